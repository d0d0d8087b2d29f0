import assert from 'node:assert/strict';
import { resourceLinkOf } from '../../../src/core/page/resourceLink.ts';

describe('resourceLinkOf', () => {
  const hex = '0123456789abcdefABCDEF0123456789';
  const workspaceSid = `WS${'1'.repeat(32)}`;
  const taskSid = `WT${'2'.repeat(32)}`;
  const linkOf = (sid: string) =>
    resourceLinkOf({ sid, name: 'Its name' }, { workspaceSid, taskSid });

  const leading: [prefix: string, opens: object][] = [
    ['WS', { workspaceSid: `WS${hex}` }],
    ['WT', { workspaceSid, taskSid: `WT${hex}` }],
    ['WR', { workspaceSid, taskSid, sid: `WR${hex}` }],
    ...['WQ', 'WW', 'WK', 'WA', 'TC', 'EV'].map((prefix): [string, object] => [
      prefix,
      { workspaceSid, sid: `${prefix}${hex}` },
    ]),
  ];
  for (const [prefix, opens] of leading) {
    it(`leads to a ${prefix}…`, () => {
      const sid = `${prefix}${hex}`;
      assert.deepEqual(linkOf(sid), { sid, name: 'Its name', opens });
    });
  }

  for (const sid of [
    '',
    'WK',
    `WK${hex.slice(1)}`,
    `WK${hex}0`,
    ` WK${hex}`,
    `xWK${hex}`,
    `WK${hex} `,
    `wk${hex}`,
    `WK${hex.slice(1)}g`,
    `AC${hex}`,
    `CA${hex}`,
    'support',
  ]) {
    it(`only names ‘${sid}’`, () => {
      assert.deepEqual(linkOf(sid), { sid, name: 'Its name' });
    });
  }
});
