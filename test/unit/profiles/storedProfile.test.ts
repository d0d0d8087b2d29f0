import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import { describeEndpoint, describeProfile } from '../../../src/core/profiles/describeProfile.ts';
import { readStoredProfiles, toProfile } from '../../../src/core/profiles/storedProfile.ts';

const SID = 'SK0123456789abcdef0123456789abcdef';
const AC = 'AC0123456789abcdef0123456789abcdef';
const US1 = { region: '', edge: '' };
const acme = { id: 'acme', name: 'Acme', sid: SID, accountSid: AC, place: US1 };

describe('readStoredProfiles', () => {
  it('reads what was stored', () => {
    const custom = {
      id: 'acme-prod-21',
      name: 'Mock',
      sid: AC,
      place: { baseUrl: 'https://a.example' },
    };
    assert.deepEqual(readStoredProfiles(JSON.parse(JSON.stringify([acme, custom]))), [
      acme,
      custom,
    ]);
  });

  const broken: [what: string, change: object][] = [
    ['without an id', { id: undefined }],
    ['whose id is no slug', { id: 'A/b' }],
    ['whose id only begins as a slug', { id: 'a-b/c' }],
    ['whose SID is no text', { sid: 7 }],
    ['without a name', { name: 7 }],
    ['whose SID is of another kind', { sid: SID.replace('SK', 'WS') }],
    ['without a place', { place: null }],
    ['with half a place', { place: { region: 'ie1' } }],
    ['with the other half', { place: { edge: 'dublin' } }],
  ];
  for (const [what, change] of broken) {
    it(`leaves out a profile ${what}, and keeps the others`, () => {
      assert.deepEqual(readStoredProfiles([{ ...acme, ...change }, acme]), [acme]);
    });
  }

  it('has nothing of what is no list', () => {
    for (const value of [undefined, null, 7, acme, 'acme']) {
      assert.deepEqual(readStoredProfiles(value), []);
    }
  });

  it('leaves out an account that is none', () => {
    const [profile] = readStoredProfiles([{ ...acme, accountSid: SID }]);
    assert.deepEqual(profile, { id: 'acme', name: 'Acme', sid: SID, place: US1 });
  });

  it('takes anything', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        assert.ok(Array.isArray(readStoredProfiles(value)));
        assert.ok(Array.isArray(readStoredProfiles([value])));
      }),
    );
  });
});

describe('toProfile', () => {
  it('says the hosts that a region means', () => {
    const profile = toProfile({ ...acme, place: { region: 'ie1', edge: 'dublin' } });
    assert.ok(!('fault' in profile));
    assert.equal(profile.apiBaseUrl, 'https://taskrouter.dublin.ie1.twilio.com');
    assert.equal(profile.flexBaseUrl, 'https://flex-api.dublin.ie1.twilio.com');
    assert.equal(describeEndpoint(profile), 'IE1 · dublin');
    assert.equal(profile.origin, 'stored');
  });

  it('says that of a custom base URL, and has no Flex there', () => {
    const profile = toProfile({ ...acme, place: { baseUrl: 'http://127.0.0.1:4010/' } });
    assert.ok(!('fault' in profile));
    assert.equal(profile.apiBaseUrl, 'http://127.0.0.1:4010');
    assert.equal(profile.flexBaseUrl, undefined);
    assert.equal(describeEndpoint(profile), '127.0.0.1:4010');
  });

  it('is not usable where credentials must not go', () => {
    for (const place of [
      { baseUrl: 'http://evil.example' },
      // An earlier version stored these.
      { baseUrl: 'http://127.0.0.2:4010' },
      { baseUrl: 'http://127.10.200.3' },
      { region: 'x/evil.example', edge: 'y' },
    ]) {
      const profile = toProfile({ ...acme, place });
      assert.ok('fault' in profile);
      assert.equal(profile.origin, 'stored');
      assert.deepEqual(profile.fault, { kind: 'profileNotUsable', profileName: 'Acme' });
    }
  });

  it('is US1 by default', () => {
    const profile = toProfile(acme);
    assert.ok(!('fault' in profile));
    assert.equal(describeEndpoint(profile), 'US1');
  });
});

describe('describeProfile', () => {
  for (const [origin, source] of [
    ['stored', 'stored in VS Code'],
    ['environment', 'from the environment'],
  ] as const) {
    it(`says what it signs in with and where, and that it is ${source}`, () => {
      const profile = toProfile(acme);
      assert.ok(!('fault' in profile));
      const facts = describeProfile({ ...profile, origin });
      const said = facts.map((fact) =>
        typeof fact === 'object' ? formatMessage(fact, plainEnglish) : fact,
      );
      assert.deepEqual(said, ['SK…89abcdef', 'US1', source]);
    });
  }
});
