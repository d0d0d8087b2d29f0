import assert from 'node:assert/strict';
import { FetchedChecks } from '../../../../src/core/routing/fetched/fetchedChecks.ts';
import type { FetchedKinds } from '../../../../src/core/routing/fetched/fetchedKinds.ts';
import { checkFetchedKinds } from '../../../../src/core/routing/fetched/kindFindings.ts';
import { readRoutingText } from '../../../../src/core/routing/embedding/routingText.ts';
import type { ExpressionScope } from '../../../../src/core/routing/expression/names/expressionScope.ts';
import { parseExpression } from '../../../../src/core/routing/expression/syntax/parseExpression.ts';
import type { TextFix } from '../../../../src/core/routing/expression/syntax/span.ts';
import { plain } from '../../../support/english.ts';

const kinds: FetchedKinds = {
  task: new Map([
    ...([['language', 'string'] as const, ['level', 'number'], ['vip', 'boolean']] as const),
    ...([['tags', 'array'] as const, ['routing.skills', 'array']] as const),
  ]),
  worker: new Map([['skills', 'array'] as const, ['team', 'string'] as const]),
};

const fixed = (text: string, { offset, length, text: written }: TextFix) =>
  text.slice(0, offset) + written + text.slice(offset + length);

function findingsOf(text: string, scope: ExpressionScope) {
  return checkFetchedKinds(parseExpression(text), scope, kinds).map((problem) => {
    assert.equal(problem.severity, 'hint');
    const { code, offset, length, fixes } = problem;
    return [code, text.slice(offset, offset + length), ...fixes.map((fix) => fixed(text, fix))];
  });
}

describe('What fetched attributes say of an expression', () => {
  const cases: readonly [ExpressionScope, string, ...(readonly string[])[]][] = [
    ['task', "language HAS 'es'", ['fetched-scalar', 'language HAS']],
    ['task', 'level >- 1', ['fetched-scalar', 'level >-']],
    ['task', "'es' IN language", ['fetched-scalar', 'IN language']],
    ['task', "'es' NOT IN language", ['fetched-scalar', 'NOT IN language']],
    ['task', "tags == 'a'", ['fetched-list', 'tags ==', "tags HAS 'a'"]],
    ['task', "tags='a'", ['fetched-list', 'tags=', "tags HAS 'a'"]],
    ['task', "'a' == tags", ['fetched-list', '== tags', "tags HAS 'a'"]],
    ['task', "('a')==(tags)", ['fetched-list', '==(tags)', "tags HAS 'a'"]],
    ['task', "tags != 'a'", ['fetched-list', 'tags !=']],
    ['task', 'routing.skills == language', ['fetched-list', 'routing.skills ==']],
    ['worker', "skills == 'a'", ['fetched-list', 'skills ==', "skills HAS 'a'"]],
    ['target', "worker.team HAS 'a'", ['fetched-scalar', 'worker.team HAS']],
    [
      'target',
      "task.language IN worker.skills AND worker.skills == 'a'",
      [
        'fetched-list',
        'worker.skills ==',
        "task.language IN worker.skills AND worker.skills HAS 'a'",
      ],
    ],
  ];
  for (const [scope, text, ...expected] of cases) {
    it(`marks ${text} (${scope})`, () => {
      assert.deepEqual(findingsOf(text, scope), expected);
    });
  }

  const silent: readonly (readonly [ExpressionScope, string])[] = [
    ...(["language == 'es'", "language IN ['es']", "tags HAS 'a'", "'a' IN tags"] as const).map(
      (text) => ['task', text] as const,
    ),
    // Whether it is there at all, what is marked as something else, and what is not known.
    ...(['tags != null', "tags == ['a']", "language HAS ['a']", "unknown HAS 'a'"] as const).map(
      (text) => ['task', text] as const,
    ),
    ...(['tags == ${value}', '${key} == 1', "tags[0] == 'a'", "tags == 'a', 'b'"] as const).map(
      (text) => ['task', text] as const,
    ),
    // What has the name of another's attribute.
    ['worker', "tags == 'a'"],
    ['task', "skills == 'a'"],
    ['target', "worker.tags == 'a'"],
    ['target', "skills == 'a'"],
    ['skipIf', "tags == 'a'"],
  ];
  for (const [scope, text] of silent) {
    it(`has nothing against ${text} (${scope})`, () => {
      assert.deepEqual(findingsOf(text, scope), []);
    });
  }

  it('is said with what was seen, and never with a value', () => {
    const said = (text: string, scope: ExpressionScope) =>
      checkFetchedKinds(parseExpression(text), scope, kinds).map((problem) =>
        plain(problem.message),
      );
    assert.deepEqual(said("language HAS 'es'", 'task'), [
      'In fetched Tasks, `language` is a string. HAS needs a list.',
    ]);
    assert.deepEqual(said("skills = 'a'", 'worker'), [
      'In fetched Workers, `skills` is a list. == with a list is always false.',
    ]);
  });
});

describe('What fetched attributes say of a document', () => {
  const configuration = JSON.stringify({
    task_routing: { filters: [{ expression: '"a" == tags', targets: [{ queue: 'WQ1' }] }] },
  });
  const places: readonly (readonly [string, 'json' | 'terraform', (text: string) => string])[] = [
    ['a file', 'json', (text) => text],
    ["a Workflow's document", 'json', (text) => JSON.stringify({ configuration: text })],
    ['a heredoc', 'terraform', (text) => `a = <<EOT\n${text}\nEOT\n`],
  ];
  for (const [place, kind, write] of places) {
    it(`is placed in ${place}, and mended there`, () => {
      const text = write(configuration);
      const checks = new FetchedChecks();
      const [problem, ...others] = checks.check(readRoutingText(text, kind), kinds);
      const [fix] = problem?.fixes ?? [];
      assert.ok(problem !== undefined && fix !== undefined && others.length === 0);
      assert.equal(text.slice(problem.offset, problem.offset + problem.length), '== tags');
      const mended = write(configuration.replace('\\"a\\" == tags', 'tags HAS \\"a\\"'));
      assert.equal(fixed(text, fix), mended);
      assert.deepEqual(checks.check(readRoutingText(mended, kind), kinds), []);
    });
  }

  it('is gone once other kinds are known, and is said of target_workers', () => {
    const routing = readRoutingText('{"target_workers": "skills == \'a\'"}', 'json');
    const checks = new FetchedChecks();
    const codes = (known: FetchedKinds) => checks.check(routing, known).map(({ code }) => code);
    assert.deepEqual(codes(kinds), ['fetched-list']);
    assert.deepEqual(codes({ task: kinds.task, worker: new Map() }), []);
    assert.deepEqual(codes({ task: new Map(), worker: new Map() }), []);
    assert.deepEqual(codes(kinds), ['fetched-list']);
  });
});
