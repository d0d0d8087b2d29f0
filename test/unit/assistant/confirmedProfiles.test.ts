import assert from 'node:assert/strict';
import { ConfirmedProfiles } from '../../../src/core/assistant/confirmedProfiles.ts';
import type { Profile } from '../../../src/core/profiles/profile.ts';

const one: Profile = {
  ...{ id: 'p-1', name: 'One', origin: 'stored', sid: 'SK1' },
  apiBaseUrl: 'https://taskrouter.twilio.com',
};
const two: Profile = { ...one, id: 'p-2', name: 'Two' };
const input = { task: 'WT1' };

describe('ConfirmedProfiles', () => {
  let confirmed: ConfirmedProfiles;
  beforeEach(() => {
    confirmed = new ConfirmedProfiles();
  });

  it('know what the user was asked about, once', () => {
    confirmed.name(input, one);
    assert.deepEqual(confirmed.take({ ...input }), { kind: 'named', profile: one });
    assert.deepEqual(confirmed.take(input), { kind: 'never' });
  });

  it('know that nothing was asked', () => {
    confirmed.name(input, undefined);
    assert.deepEqual(confirmed.take(input), { kind: 'named', profile: undefined });
  });

  it('tell calls apart by their input', () => {
    confirmed.name(input, one);
    confirmed.name({ task: 'WT2' }, two);
    assert.deepEqual(confirmed.take({ task: 'WT2' }), { kind: 'named', profile: two });
    assert.deepEqual(confirmed.take({ task: 'WT3' }), { kind: 'never' });
    assert.deepEqual(confirmed.take(input), { kind: 'named', profile: one });
  });

  it('are sure of two calls with one input and profile', () => {
    confirmed.name(input, one);
    confirmed.name(input, one);
    for (let n = 0; n < 2; n++) {
      assert.deepEqual(confirmed.take(input), { kind: 'named', profile: one });
    }
    assert.deepEqual(confirmed.take(input), { kind: 'never' });
  });

  for (const [what, other] of [
    ['another profile', two],
    ['none', undefined],
    ['the same at another host', { ...one, apiBaseUrl: 'http://127.0.0.1:1' }],
    ['the same with another SID', { ...one, sid: 'SK2' }],
    [
      'the same when it cannot be used',
      { id: 'p-1', name: 'One', origin: 'stored', fault: { kind: 'baseUrlNotAllowed' } },
    ],
  ] as const) {
    it(`are not sure where one input was named with a profile, then ${what}`, () => {
      confirmed.name(input, one);
      confirmed.name(input, other);
      assert.deepEqual(confirmed.take(input), { kind: 'unclear' });
      confirmed.name(input, two);
      assert.deepEqual(confirmed.take(input), { kind: 'named', profile: two }, 'and begin anew');
    });
  }

  it('keep few of those that were declined, and take any input', () => {
    const circular: Record<string, unknown> = {};
    circular['self'] = circular;
    for (const odd of [undefined, null, 7, 'text', circular, () => undefined]) {
      confirmed.name(odd, one);
      assert.equal(confirmed.take(odd).kind, 'named');
    }
    confirmed.name(input, one);
    for (let n = 0; n < 100; n++) confirmed.name({ task: n }, one);
    assert.deepEqual(confirmed.take(input), { kind: 'never' });
  });
});
