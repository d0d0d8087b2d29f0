import assert from 'node:assert/strict';
import type { SourceKind } from '../../../../src/core/routing/configuration/embeddedConfigurations.ts';
import { describeFix } from '../../../../src/core/routing/embedding/describeFix.ts';
import { RoutingChecks } from '../../../../src/core/routing/embedding/routingChecks.ts';
import { readRoutingText } from '../../../../src/core/routing/embedding/routingText.ts';
import { plain } from '../../../support/english.ts';

const check = (text: string, kind: SourceKind) =>
  new RoutingChecks().check(readRoutingText(text, kind));

const withExpression = (expression: string) =>
  JSON.stringify({
    task_routing: {
      filters: [{ filter_friendly_name: 'F', expression, targets: [{ queue: 'WQ1' }] }],
    },
  });

const faulty = withExpression("language == 'es', 'en'");
const mended = withExpression("language IN ['es', 'en']");
const asString = JSON.stringify;

const places: readonly (readonly [string, SourceKind, (configuration: string) => string])[] = [
  ['a file', 'json', (text) => text],
  ["a string of a Workflow's document", 'json', (text) => `{"configuration": ${asString(text)}}`],
  ["an object of a Workflow's document", 'json', (text) => `{"configuration": ${text}}`],
  ['a heredoc of Terraform', 'terraform', (text) => `a = <<EOT\n${text}\nEOT\n`],
  ['a string of Terraform', 'terraform', (text) => `a = ${asString(text)}\n`],
  ['a template of JavaScript', 'javascript', (text) => `const a = \`${text}\`;`],
  ['single quotes of JavaScript', 'javascript', (text) => `f('${text.replaceAll("'", "\\'")}');`],
  ['three quotes of Python', 'python', (text) => `a = """${text}"""`],
  ['a raw string of Python', 'python', (text) => `a = r'''${text}'''`],
  ['a string of Ruby', 'ruby', (text) => `a = '${text.replaceAll("'", "\\'")}'`],
  ['a heredoc of Ruby', 'ruby', (text) => `a = <<~JSON\n${text}\nJSON\n`],
];

describe('Problems of routing in a document', () => {
  for (const [place, kind, write] of places) {
    it(`are placed in ${place}`, () => {
      const text = write(faulty);
      const [problem, ...others] = check(text, kind);
      assert.deepEqual(others, []);
      assert.equal(problem?.code, 'list-without-brackets');
      const marked = text.slice(problem.offset, problem.offset + problem.length);
      assert.match(marked, /^\\?'es\\?', \\?'en\\?'$/);
    });
  }

  it('are those of each configuration, and of the target_workers of TaskQueues', () => {
    const text = `{"a": [{"configuration": ${faulty}}, {"configuration": ${asString(faulty)}}],
      "target_workers": "skills HAS 'a' AND"}`;
    assert.deepEqual(
      check(text, 'json').map(({ code, isEmbedded }) => [code, isEmbedded]),
      [
        ['list-without-brackets', false],
        ['list-without-brackets', true],
        ['dangling-join', true],
      ],
    );
  });
});

describe('A fix of routing', () => {
  for (const [place, kind, write] of places) {
    // Where it would need an escape that is not there.
    const isOffered = place !== 'a raw string of Python';
    it(`is ${isOffered ? 'written as is right in' : 'not offered in'} ${place}`, () => {
      const text = write(faulty);
      const [fix] = check(text, kind)[0]?.fixes ?? [];
      if (!isOffered) {
        assert.equal(fix, undefined);
        return;
      }
      assert.ok(fix !== undefined);
      const after = text.slice(0, fix.offset) + fix.text + text.slice(fix.offset + fix.length);
      assert.equal(after, write(mended));
    });
  }

  it('is not offered around placeholders that are not written as they come out', () => {
    const text = `a = f"""{{"task_routing": {{"filters": [{{"expression": "a == {x} AND b == 1 OR c == 2",
      "targets": [{{"queue": "q"}}]}}]}}}}"""`;
    const [problem] = check(text, 'python');
    assert.equal(problem?.code, 'mixed-and-or');
    assert.deepEqual(problem.fixes, []);
  });

  const titles: readonly (readonly [expression: string, title: string])[] = [
    ["a == 'x', 'y'", "Change to IN ['x', 'y']"],
    ["a ! = 'x'", 'Change to !='],
    ["a == 'x' AND b == 'y' OR c == 'z'", 'Add parentheses so that AND binds closer'],
    ["a == 'x", "Insert '"],
  ];
  for (const [expression, title] of titles) {
    it(`says "${title}" for ${expression}`, () => {
      const [problem] = check(withExpression(expression), 'json');
      const [fix] = problem?.fixes ?? [];
      assert.ok(problem !== undefined && fix !== undefined);
      assert.equal(plain(describeFix(problem, fix)), title);
    });
  }
});
