import assert from 'node:assert/strict';
import { inspect } from 'node:util';
import fc from 'fast-check';
import { readOpenArgument } from '../../../src/core/references/commandArgument.ts';

const D = '0123456789abcdef0123456789abcdef';
const WS = `WS${D}`;
const WT = `WT${D}`;
const WQ = `WQ${D}`;
const WR = `WR${D}`;

describe('readOpenArgument', () => {
  it('reads the URI of a document as text', () => {
    assert.deepEqual(readOpenArgument(`taskrouter://acme/${WS}/${WQ}.json`), {
      kind: 'document',
      resource: { profileId: 'acme', workspaceSid: WS, sid: WQ },
    });
  });

  const named: object[] = [
    { sid: WQ },
    { sid: WS, workspaceSid: WS },
    { sid: WQ, workspaceSid: WS, apiOrigin: 'https://taskrouter.twilio.com' },
    { sid: WQ, nearbyWorkspaceSid: WS },
    { sid: WR, workspaceSid: WS, taskSid: WT },
  ];
  for (const argument of named) {
    it(`reads ${JSON.stringify(argument)}, with a profile or without`, () => {
      assert.deepEqual(readOpenArgument(argument), { kind: 'named', named: argument });
      assert.deepEqual(readOpenArgument({ ...argument, profile: 'acme', other: 1 }), {
        kind: 'named',
        named: argument,
        profileId: 'acme',
      });
    });
  }

  const refused: unknown[] = [
    undefined,
    null,
    WQ,
    'https://example.com/',
    `taskrouter://acme/${WS}/readme.md`,
    {},
    { sid: `CA${D}` },
    { sid: `WQ${D}0` },
    { sid: `WQWQ${D}` },
    { sid: [WQ] },
    { sid: `constructor` },
    { sid: WR },
    { sid: WQ, workspaceSid: WQ },
    { sid: WQ, workspaceSid: `${WS}/../..` },
    { sid: WR, workspaceSid: WS, taskSid: WQ },
    { sid: WQ, nearbyWorkspaceSid: WT },
    { sid: WQ, apiOrigin: 1 },
    { sid: WQ, workspaceSid: null },
  ];
  for (const argument of refused) {
    it(`refuses ${inspect(argument)}`, () => {
      assert.equal(readOpenArgument(argument), undefined);
    });
  }

  it('never throws, and returns only well-formed SIDs', () => {
    const part = fc.oneof(fc.constantFrom(WS, WT, WQ, WR, 'https://h', `${WQ}\n`), fc.anything());
    const names = ['sid', 'workspaceSid', 'taskSid', 'nearbyWorkspaceSid', 'apiOrigin', 'profile'];
    const argument = fc.oneof(part, fc.dictionary(fc.constantFrom(...names), part));
    fc.assert(
      fc.property(argument, (given) => {
        const read = readOpenArgument(given);
        if (read?.kind !== 'named') return;
        const { apiOrigin = '', ...sids } = read.named;
        assert.equal(typeof apiOrigin, 'string');
        for (const sid of Object.values(sids)) assert.match(sid, /^W[A-Z][0-9a-f]{32}$/i);
        assert.ok(
          Object.entries(read.named).every(
            ([name, value]) => value === Reflect.get(Object(given), name),
          ),
        );
      }),
      { numRuns: 1000 },
    );
  });
});
