import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readTaskLink } from '../../../src/core/references/commandArgument.ts';

const WS = `WS${'1'.repeat(32)}`;
const WT = `WT${'a'.repeat(32)}`;

describe('A link to a Task', () => {
  for (const [path, query, text] of [
    ['/task', `workspace=${WS}&task=${WT}`, `${WS}/${WT}`],
    ['/task', `task=${WT}&workspace=${WS}&utm_source=mail`, `${WS}/${WT}`],
    ['/task', `task=${WT}`, WT],
    ['/task', `task=%22${WT}%22,&workspace=(${WS})`, `${WS}/${WT}`],
    ['/task', `task=%E2%80%8B${WT}%E2%80%8B&workspace=%20${WS}%C2%A0`, `${WS}/${WT}`],
    ['/task', `task=TaskSid%3D${WT}&workspace=undefined`, WT],
    ['/task', `task=${WT}.json&workspace={{ws}}`, WT],
    ['/task', `task=<${WT}>%0aX`, WT],
    ['/task', `task=${WS}%252F${WT}`, `${WS}/${WT}`],
    ['/task', `task=https://evil.example/${WT}`, WT],
    [
      '/task',
      `task=https://evil.example/v1/Workspaces/${WS}/Tasks/${WT}`,
      `https://evil.example/v1/Workspaces/${WS}/Tasks/${WT}`,
    ],
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
    ['/task', `task=${WT} ${WT.replace('a', 'b')}`],
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

  it('contains only SIDs for any link', () => {
    const query = fc.oneof(
      fc.string(),
      fc.string({ unit: 'grapheme' }).map((text) => `task=${WT}&workspace=${text}`),
    );
    fc.assert(
      fc.property(query, (text) => {
        const link = readTaskLink('/task', text);
        assert.ok(!link.valid || /^(?:WS[0-9a-f]{32}[ /])?WT[0-9a-f]{32}$/i.test(link.text));
      }),
    );
  });
});
