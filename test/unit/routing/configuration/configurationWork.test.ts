import assert from 'node:assert/strict';
import {
  findConfigurations,
  type SourceKind,
} from '../../../../src/core/routing/configuration/embeddedConfigurations.ts';
import { readNodes } from '../../../../src/core/routing/configuration/readNodes.ts';

const LENGTH = 20_000;
/** How often a text is looked into, for each of its characters. */
const MOST_LOOKS = 12;

const units: readonly string[] = [
  ...['[', ']', '{"a":', '{', '}', ',', ':', '"', "'", '"\\', '"\\"', '"a":"b",', '[1,', 'x '],
  ...['${', '"${', '${"', "${'", '{"a":"${"', '{"a":${x} "', '%{', '{{', '{{a', '{{{a}} ', '${a}'],
  ...['/*', '//', '/* */', '// a\n', '{[', '{"a" 1 ', '\n"${a'],
  ...[
    '{"task_routing"',
    '`{"task_routing"',
    '"""{"task_routing"',
    '\'{"task_routing"',
    '<<A\n{"task_routing"',
  ],
];

type Method = (...args: readonly unknown[]) => unknown;

/** What looks into a text at a place. */
const METHODS: readonly (readonly [owner: object, name: string])[] = [
  ...['charAt', 'charCodeAt', 'startsWith', 'indexOf', 'slice'].map(
    (name) => [String.prototype, name] as const,
  ),
  [RegExp.prototype, 'exec'],
];

/** How often a text is looked into: the same number on every machine. */
function looksOf(work: () => unknown): number {
  let looks = 0;
  const set = (owner: object, name: string, value: Method) =>
    Object.defineProperty(owner, name, { value, writable: true, configurable: true });
  const originals = METHODS.map(
    ([owner, name]) => [owner, name, Reflect.get(owner, name) as Method] as const,
  );
  for (const [owner, name, method] of originals) {
    set(owner, name, function (this: unknown, ...args) {
      looks += 1;
      return Reflect.apply(method, this, args);
    });
  }
  try {
    work();
  } finally {
    for (const [owner, name, method] of originals) set(owner, name, method);
  }
  return looks;
}

const textOf = (unit: string, length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

describe('The work of reading a configuration', () => {
  for (const unit of units) {
    it(`grows with its length: ${JSON.stringify(unit)}`, () => {
      const kinds: readonly SourceKind[] = ['json', 'terraform', 'javascript', 'python', 'ruby'];
      for (const read of [
        readNodes,
        ...kinds.map((kind) => (text: string) => findConfigurations(text, kind)),
      ]) {
        const looks = looksOf(() => read(textOf(unit, LENGTH)));
        assert.ok(looks <= MOST_LOOKS * LENGTH, `${looks} looks at ${LENGTH} characters`);
      }
    });
  }
});
