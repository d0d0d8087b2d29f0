import assert from 'node:assert/strict';
import fc from 'fast-check';
import { within } from '../../../../src/core/routing/configuration/offsetMap.ts';
import { readConfiguration } from '../../../../src/core/routing/configuration/workflowConfiguration.ts';
import {
  findConfigurations,
  type SourceKind,
} from '../../../../src/core/routing/configuration/embeddedConfigurations.ts';

const configuration = '{"task_routing":{"filters":[{"expression":"a == \'b\'"}]}}';
const escaped = JSON.stringify(configuration);
const indented = JSON.stringify(JSON.parse(configuration), undefined, 2);

const found: readonly (readonly [title: string, kind: SourceKind, text: string, value: string])[] =
  [
    ['the whole of a JSON', 'json', configuration, configuration],
    [
      'a JSON with a comment',
      'json',
      `// routing\n${configuration}`,
      `// routing\n${configuration}`,
    ],
    ["a string in a Workflow's document", 'json', `{"configuration":${escaped}}`, configuration],
    ["an object in a Workflow's document", 'json', `{"configuration": ${indented} }`, indented],
    ['a list of Workflows', 'json', `{"workflows":[{"configuration":${escaped}}]}`, configuration],
    ['a Terraform heredoc', 'terraform', `a = <<-EOF\n${indented}\n  EOF\n`, `${indented}\n`],
    ['a Terraform string', 'terraform', `a = ${escaped}\n`, configuration],
    ['a template of JavaScript', 'javascript', `const a = \`\n${indented}\`;`, `\n${indented}`],
    ['a string of JavaScript', 'javascript', `f(${escaped})`, configuration],
    [
      'single quotes of JavaScript',
      'javascript',
      `f('${configuration.replaceAll("'", "\\'")}')`,
      configuration,
    ],
    ['three quotes of Python', 'python', `a = """${indented}"""`, indented],
    ['a raw string of Python', 'python', `a = r'''${configuration}'''`, configuration],
    [
      'an f-string of Python',
      'python',
      `a = f'''{{"task_routing": {{"default_filter": {{"queue": "{sid}"}}}}}}'''`,
      '{"task_routing": {"default_filter": {"queue": "${sid}"}}}',
    ],
    ['a heredoc of Ruby', 'ruby', `a = <<~JSON.strip\n${indented}\nJSON\nputs`, `${indented}\n`],
    [
      'a string of Ruby',
      'ruby',
      `a = '{"task_routing":{"x":"it\\'s"}}'`,
      '{"task_routing":{"x":"it\'s"}}',
    ],
    [
      'an expression of Ruby in a heredoc',
      'ruby',
      'a = <<JSON\n{"task_routing":{"queue":"#{q["a"]}"}}\nJSON',
      '{"task_routing":{"queue":"${q["a"]}"}}\n',
    ],
  ];

describe('findConfigurations', () => {
  for (const [title, kind, text, value] of found) {
    it(`finds ${title}, and maps its places`, () => {
      const configurations = findConfigurations(text, kind);
      assert.deepEqual(
        configurations.map((one) => one.text),
        [value],
      );
      const [first] = configurations;
      assert.ok(first);
      const { map, offset, length } = first;
      const at = value.indexOf('task_routing');
      const place = map.toText(at);
      assert.equal(text.slice(place, place + 12), 'task_routing');
      assert.equal(map.toValue(place), at);
      assert.ok(place > offset && place < offset + length && offset + length <= text.length);
    });
  }

  it('maps a place in an expression through all that it is embedded in', () => {
    const text = `x = ${escaped};`;
    const [found] = findConfigurations(text, 'javascript');
    assert.ok(found);
    const expression = readConfiguration(found.text).filters[0]?.expression;
    assert.ok(expression?.kind === 'string');
    const map = within(expression.map, found.map);
    const place = map.toText(expression.value.indexOf("'b'"));
    assert.equal(text.slice(place, place + 3), "'b'");
    assert.equal(map.toValue(place), expression.value.indexOf("'b'"));
  });

  it('finds each of several', () => {
    const text = `const a = ${escaped};\n// don't\nconst b = \`${indented}\`;`;
    assert.equal(findConfigurations(text, 'javascript').length, 2);
  });

  for (const [title, kind, text] of [
    ['JSON that only mentions it', 'json', '{"a":{"task_routing":{}}}'],
    ['an object of JavaScript', 'javascript', 'const a = { task_routing: { filters: [] } };'],
    ['what is no string', 'terraform', 'task_routing = {}'],
    ['a word in a text', 'python', 'print("task_routing is missing")'],
  ] as const) {
    it(`leaves ${title}`, () => {
      assert.deepEqual(findConfigurations(text, kind), []);
    });
  }

  it('stays within the text wherever it is cut', () => {
    const cases = fc.constantFrom(...found);
    fc.assert(
      fc.property(cases, fc.nat(400), fc.nat(400), ([, kind, text], from, until) => {
        const cut = text.slice(Math.min(from, 20), until);
        for (const { map, offset, length, text: inner } of findConfigurations(cut, kind)) {
          assert.ok(offset >= 0 && offset + length <= cut.length);
          for (let at = 0; at <= inner.length; at += 1) {
            const place = map.toText(at);
            assert.ok(place >= offset && place <= offset + length);
          }
        }
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    for (const part of [
      '{"task_routing"',
      '`{"task_routing"',
      '"""{"task_routing"',
      '${{"task_routing',
      '<<A\n{"task_routing"',
    ]) {
      for (const kind of ['json', 'terraform', 'javascript', 'python', 'ruby'] as const) {
        findConfigurations(part.repeat(20_000), kind);
      }
    }
  });
});
