import assert from 'node:assert/strict';
import { assertNotMoved } from '../../../src/core/profiles/connection.ts';
import { isRandomId, newProfileId, sampleProfile } from '../../../src/core/profiles/profile.ts';
import {
  successorOf,
  waitsForUser,
  type ListedProfile,
} from '../../../src/core/profiles/profileDirectory.ts';
import {
  hasSameOwner,
  printBoundSecret,
  readBoundSecret,
} from '../../../src/core/profiles/secretVault.ts';
import {
  mergeProfiles,
  toProfile,
  type StoredProfile,
} from '../../../src/core/profiles/storedProfile.ts';

const SID = 'SK0123456789abcdef0123456789abcdef';
const OTHER_SID = 'SKfedcba9876543210fedcba9876543210';
const HOST = 'https://taskrouter.twilio.com';
const owner = { sid: SID, apiBaseUrl: HOST };
const US1 = { region: '', edge: '' };

describe('the id of a profile', () => {
  it('is different each time, and unchanged as the authority of a URI', () => {
    const ids = Array.from({ length: 50 }, newProfileId);
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) {
      assert.ok(isRandomId(id), id);
      assert.equal(id, id.toLowerCase());
      assert.equal(new URL(`https://${id}/`).hostname, id);
    }
  });

  for (const id of [
    'acme',
    'prod-2',
    'env',
    'sample',
    'p-',
    `p-${'0'.repeat(31)}`,
    `p-${'g'.repeat(32)}`,
    `x-p-${'0'.repeat(32)}`,
  ]) {
    it(`is told from ${JSON.stringify(id)}`, () => {
      assert.equal(isRandomId(id), false);
    });
  }
});

describe('a stored secret', () => {
  const text = printBoundSecret(owner, 's3"cret');

  it('belongs to its SID and host', () => {
    assert.equal(readBoundSecret(text, owner), 's3"cret');
  });

  const foreign: [what: string, text: string, reader: typeof owner][] = [
    ['another SID', text, { ...owner, sid: OTHER_SID }],
    ['another host', text, { ...owner, apiBaseUrl: 'https://taskrouter.dublin.ie1.twilio.com' }],
    ['another path of the host', text, { ...owner, apiBaseUrl: `${HOST}/mock` }],
    ['a host that only begins so', text, { ...owner, apiBaseUrl: `${HOST}.evil.example` }],
    ['an earlier version, bare', 's3cret', owner],
    ['an earlier version, a number', '12345678', owner],
    ['nobody', '', owner],
    ['half an owner', JSON.stringify({ sid: SID, secret: 's' }), owner],
    ['a list', JSON.stringify([SID, HOST, 's']), owner],
    ['an owner whose secret is empty', printBoundSecret(owner, ''), owner],
  ];
  for (const [what, stored, reader] of foreign) {
    it(`is not readable for ${what}`, () => {
      assert.equal(readBoundSecret(stored, reader), undefined);
    });
  }

  it('has the same owner only if SID and host are the same', () => {
    assert.ok(hasSameOwner(owner, { ...owner }));
    assert.ok(!hasSameOwner(owner, { ...owner, sid: OTHER_SID }));
    assert.ok(!hasSameOwner(owner, { ...owner, apiBaseUrl: `${HOST}/x` }));
  });
});

describe('mergeProfiles', () => {
  const profile = (id: string, name: string, more: Partial<StoredProfile> = {}): StoredProfile => ({
    ...{ id, name, sid: SID, place: US1 },
    ...more,
  });
  const none = { added: [], removed: new Set<string>() };
  const shown = (profiles: readonly StoredProfile[]) =>
    profiles.map(({ id, name }) => `${id} ${name}`);

  it('adds what this window added and another window overwrote', () => {
    const merged = mergeProfiles([profile('a', 'A')], { ...none, added: [profile('b', 'B')] });
    assert.deepEqual(shown(merged), ['a A', 'b B']);
  });

  it('has profiles of both windows once', () => {
    const merged = mergeProfiles([profile('a', 'Renamed')], {
      ...none,
      added: [profile('a', 'A')],
    });
    assert.deepEqual(shown(merged), ['a Renamed']);
  });

  it('omits removed profiles', () => {
    const merged = mergeProfiles([profile('a', 'A'), profile('b', 'B')], {
      added: [profile('c', 'C')],
      removed: new Set(['a', 'c']),
    });
    assert.deepEqual(shown(merged), ['b B']);
  });

  it('gives equal names a suffix, whatever their case', () => {
    const read = [
      profile('a', 'Prod'),
      profile('b', 'PROD'),
      profile('c', 'prod'),
      profile('d', 'Dev'),
    ];
    assert.deepEqual(shown(mergeProfiles(read, none)), ['a Prod', 'b PROD 2', 'c prod 3', 'd Dev']);
  });

  it('does not use a name with a suffix that another profile has', () => {
    const read = [profile('a', 'Prod'), profile('b', 'Prod'), profile('c', 'Prod 2')];
    const names = mergeProfiles(read, none).map(({ name }) => name.toLowerCase());
    assert.equal(new Set(names).size, 3);
  });

  it('gives the same names in any order of the profiles', () => {
    const read = [profile('b', 'Prod'), profile('a', 'prod'), profile('c', 'Prod')];
    const inOrder = (profiles: readonly StoredProfile[]) =>
      shown(mergeProfiles(profiles, none)).sort();
    assert.deepEqual(inOrder(read), ['a prod', 'b Prod 2', 'c Prod 3']);
    assert.deepEqual(inOrder(read.toReversed()), inOrder(read));
  });

  it('does not change when merged again', () => {
    const read = [profile('a', 'Prod'), profile('b', 'Prod')];
    const once = mergeProfiles(read, none);
    assert.deepEqual(mergeProfiles(once, none), once);
  });

  it('has a replaced profile once, with its new id', () => {
    const own = profile('p-1', 'Acme', { formerId: 'acme' });
    assert.deepEqual(shown(mergeProfiles([profile('acme', 'Acme'), own], none)), ['p-1 Acme']);
  });

  it('is empty without profiles', () => {
    assert.deepEqual(mergeProfiles([], none), []);
  });
});

describe('ids of earlier versions', () => {
  const own = newProfileId();
  const directoryOf = (...stored: readonly StoredProfile[]) => {
    const env = { id: 'env', name: 'env', origin: 'environment', ...owner } as const;
    const list: readonly ListedProfile[] = [env, ...stored.map(toProfile)];
    const find = (id: string) =>
      id === 'sample' ? sampleProfile('Sample') : list.find((one) => one.id === id);
    return { list: () => list, find };
  };
  const legacy: StoredProfile = { id: 'acme', name: 'Acme', sid: SID, place: US1 };
  const current: StoredProfile = { ...legacy, id: own, formerId: 'globex' };
  const directory = directoryOf(legacy, current);

  for (const [id, waits] of [
    ['acme', true],
    ['globex', true],
    [own, false],
    ['env', false],
    ['sample', false],
    ['unheard-of', false],
    [newProfileId(), false],
  ] as const) {
    it(`${waits ? 'wait' : 'do not wait'} for the user: ${id.slice(0, 10)}`, () => {
      assert.equal(waitsForUser(id, directory), waits);
    });
  }

  it('lead to the profile that replaced the earlier one', () => {
    assert.equal(successorOf('globex', directory)?.id, own);
    assert.equal(successorOf('acme', directory), undefined);
    assert.equal(successorOf(own, directory), undefined);
  });
});

describe('assertNotMoved', () => {
  const before = { id: 'env', name: 'env', origin: 'environment', ...owner } as const;

  it('accepts an unchanged profile, and one that cannot be used', () => {
    assertNotMoved(before, { ...before, name: 'renamed' });
    assertNotMoved(before, undefined);
    const fault = { kind: 'baseUrlNotAllowed' } as const;
    assertNotMoved(before, { id: 'env', name: 'env', origin: 'environment', fault });
  });

  for (const change of [{ sid: OTHER_SID }, { apiBaseUrl: 'http://127.0.0.1:4010' }]) {
    it(`throws after the change ${JSON.stringify(change)}`, () => {
      assert.throws(
        () => {
          assertNotMoved(before, { ...before, ...change });
        },
        { failure: { kind: 'profileMoved', profileName: 'env', host: 'taskrouter.twilio.com' } },
      );
    });
  }
});
