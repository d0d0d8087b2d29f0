import assert from 'node:assert/strict';
import type { ListedProfile } from '../../../src/core/profiles/profileDirectory.ts';
import { BadgedEnvironment } from '../../../src/editor/accounts/badgedEnvironment.ts';

const ACME = {
  ...{ id: 'env', name: 'env', origin: 'environment', sid: `AC${'1'.repeat(32)}` },
  apiBaseUrl: 'https://taskrouter.twilio.com',
} as const satisfies ListedProfile;
const BADGE = { color: 'red', text: 'PROD' } as const;

function start() {
  const stored = new Map<string, unknown>();
  const state = {
    get: (key: string) => stored.get(key),
    update: (key: string, value: unknown) => Promise.resolve(stored.set(key, value)),
  } as unknown as ConstructorParameters<typeof BadgedEnvironment>[1];
  const given: { profile: ListedProfile | undefined } = { profile: ACME };
  return { given, stored, environment: new BadgedEnvironment(() => given.profile, state) };
}

describe('The profile of the environment', () => {
  it('has the badge that it was given, until it is given none', async () => {
    const { environment, stored } = start();
    assert.equal(environment.profile, ACME);
    await environment.setBadge(BADGE);
    assert.deepEqual(environment.profile, { ...ACME, badge: BADGE });
    await environment.setBadge(undefined);
    assert.equal(environment.profile, ACME);
    assert.deepEqual([...stored.values()], [undefined]);
  });

  it('has no badge of another account or host', async () => {
    const { given, environment } = start();
    await environment.setBadge(BADGE);
    for (const other of [{ sid: `AC${'2'.repeat(32)}` }, { apiBaseUrl: 'https://proxy.example' }]) {
      given.profile = { ...ACME, ...other };
      assert.equal(environment.profile, given.profile, JSON.stringify(other));
    }
    given.profile = ACME;
    assert.deepEqual(environment.profile, { ...ACME, badge: BADGE });
  });

  it('keeps no badge while there is none', async () => {
    const { given, stored, environment } = start();
    given.profile = undefined;
    await environment.setBadge(BADGE);
    assert.equal(environment.profile, undefined);
    assert.equal(stored.size, 0);
  });
});
