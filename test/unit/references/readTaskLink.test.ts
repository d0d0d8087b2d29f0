import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTaskLink } from '../../../src/core/references/readTaskLink.ts';

const WS = `WS${'1'.repeat(32)}`;
const WT = `WT${'a'.repeat(32)}`;

describe('A link to a Task', () => {
  for (const [path, query, text] of [
    ['/task', `workspace=${WS}&task=${WT}`, `${WS}/${WT}`],
    ['/task', `task=${WT}&workspace=${WS}&utm_source=mail`, `${WS}/${WT}`],
    ['/task', `task=${WT}`, WT],
  ] as const) {
    it(`fills in ${text} for ${path}?${query}`, () => {
      assert.deepEqual(readTaskLink(path, query), { valid: true, text });
    });
  }

  for (const [path, query] of [
    ['/task', ''],
    ['/tasks', `task=${WT}`],
    ['/task/', `task=${WT}`],
    ['', `task=${WT}`],
    ['/task', `task=${WS}`],
    ['/task', `task=${WT}x`],
    ['/task', `task=${WT}%0aX`],
    ['/task', `task=https://evil.example/${WT}`],
    ['/task', `task=${WT}&workspace=`],
    ['/task', `task=${WT}&workspace=${WT}`],
    ['/task', `task=${WT}&task=${WT}`],
    ['/task', `task=${WT}&workspace=${WS}&workspace=${WS}`],
    ['/task', `Task=${WT}`],
  ] as const) {
    it(`is refused: ${path}?${query}`, () => {
      assert.equal(readTaskLink(path, query).valid, false);
    });
  }

  it('brings SIDs or nothing, whatever it is', () => {
    const query = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }).map((text) => `task=${WT}&workspace=${text}`),
    );
    fc.assert(
      fc.property(query, (text) => {
        const link = readTaskLink('/task', text);
        assert.ok(!link.valid || /^(?:WS[0-9a-f]{32}\/)?WT[0-9a-f]{32}$/i.test(link.text));
      }),
    );
  });
});
