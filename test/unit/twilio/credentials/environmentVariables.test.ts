import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readEnvironment } from '../../../../src/twilio/credentials/environmentProfile.ts';

const AC = 'AC0123456789abcdef0123456789abcdef';
const SK = 'SK0123456789abcdef0123456789abcdef';
const TOKEN = { TWILIO_ACCOUNT_SID: AC, TWILIO_AUTH_TOKEN: 'token' };
const KEY = { TWILIO_ACCOUNT_SID: AC, TWILIO_API_KEY: SK, TWILIO_API_SECRET: 'secret' };
const failureOf = (environment: Record<string, string>, customBaseUrl = '') => {
  const result = readEnvironment(environment, customBaseUrl);
  return result.valid ? undefined : result.failure;
};

describe('the profile of the environment', () => {
  it('signs in with the account and its token', () => {
    assert.deepEqual(readEnvironment(TOKEN, ''), {
      valid: true,
      profile: {
        id: 'env',
        name: 'env',
        origin: 'environment',
        sid: AC,
        accountSid: AC,
        apiBaseUrl: 'https://taskrouter.twilio.com',
        flexBaseUrl: 'https://flex-api.twilio.com',
      },
      credentials: { username: AC, password: 'token' },
    });
  });

  it('prefers a key to the token', () => {
    const result = readEnvironment({ ...TOKEN, ...KEY }, '');
    assert.ok(result.valid);
    assert.deepEqual(result.credentials, { username: SK, password: 'secret' });
  });

  it('falls back on the token where the key is not whole', () => {
    const result = readEnvironment({ ...TOKEN, TWILIO_API_KEY: SK }, '');
    assert.ok(result.valid);
    assert.equal(result.credentials.username, AC);
  });

  it('reads from its region through its edge, and from a custom base URL before either', () => {
    const region = { ...TOKEN, TWILIO_REGION: 'ie1', TWILIO_EDGE: 'dublin' };
    const regional = readEnvironment(region, '');
    assert.ok(regional.valid);
    assert.equal(regional.profile.apiBaseUrl, 'https://taskrouter.dublin.ie1.twilio.com');
    const custom = readEnvironment(region, 'http://127.0.0.1:4010/');
    assert.ok(custom.valid);
    assert.equal(custom.profile.apiBaseUrl, 'http://127.0.0.1:4010');
    assert.equal(custom.profile.flexBaseUrl, undefined);
    assert.equal(custom.profile.region, undefined);
  });

  for (const region of ['dublin.ie1', 'ie1.dublin', ' IE1/Dublin ', 'dublin']) {
    it(`reads ${JSON.stringify(region)} as region and edge`, () => {
      const result = readEnvironment({ ...TOKEN, TWILIO_REGION: region }, '');
      assert.ok(result.valid);
      const { apiBaseUrl, edge } = result.profile;
      assert.equal(apiBaseUrl, 'https://taskrouter.dublin.ie1.twilio.com');
      assert.deepEqual([result.profile.region, edge], ['ie1', 'dublin']);
    });
  }

  const missing: [environment: Record<string, string>, variables: string[]][] = [
    [{}, ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN']],
    [{ TWILIO_ACCOUNT_SID: AC }, ['TWILIO_AUTH_TOKEN']],
    [{ TWILIO_ACCOUNT_SID: AC, TWILIO_API_KEY: SK }, ['TWILIO_API_SECRET']],
    [{ TWILIO_ACCOUNT_SID: AC, TWILIO_API_SECRET: 's' }, ['TWILIO_API_KEY']],
    [{ TWILIO_API_KEY: SK, TWILIO_API_SECRET: 's' }, ['TWILIO_ACCOUNT_SID']],
    [
      { TWILIO_ACCOUNT_SID: ' ', TWILIO_AUTH_TOKEN: '\n' },
      ['TWILIO_ACCOUNT_SID', 'TWILIO_AUTH_TOKEN'],
    ],
  ];
  for (const [environment, variables] of missing) {
    it(`misses ${variables.join(' and ')} in {${Object.keys(environment).join(', ')}}`, () => {
      assert.deepEqual(failureOf(environment), { kind: 'missingCredentials', variables });
    });
  }

  const invalid: [change: Record<string, string>, variable: string][] = [
    [{ TWILIO_ACCOUNT_SID: SK }, 'TWILIO_ACCOUNT_SID'],
    [{ TWILIO_ACCOUNT_SID: AC.slice(1) }, 'TWILIO_ACCOUNT_SID'],
    [{ TWILIO_API_KEY: AC, TWILIO_API_SECRET: 's' }, 'TWILIO_API_KEY'],
    [{ TWILIO_REGION: 'evil.example/', TWILIO_EDGE: 'x' }, 'TWILIO_REGION'],
    [{ TWILIO_REGION: 'dublin.ie1', TWILIO_EDGE: 'sydney' }, 'TWILIO_REGION'],
    [{ TWILIO_REGION: 'ie1.us1' }, 'TWILIO_REGION'],
    [{ TWILIO_REGION: 'ie1', TWILIO_EDGE: 'bad edge' }, 'TWILIO_EDGE'],
    [{ TWILIO_EDGE: 'bad edge' }, 'TWILIO_EDGE'],
  ];
  for (const [change, variable] of invalid) {
    it(`names ${variable} for ${JSON.stringify(change)}`, () => {
      assert.deepEqual(failureOf({ ...TOKEN, ...change }), {
        kind: 'invalidEnvironment',
        variable,
      });
    });
  }

  it('refuses a custom base URL that credentials must not go to', () => {
    const failure = failureOf(TOKEN, 'https://user:password@proxy.example');
    assert.deepEqual(failure, { kind: 'baseUrlNotAllowed' });
  });

  it('asks for the edge of a region whose usual one is not known', () => {
    const failure = failureOf({ ...TOKEN, TWILIO_REGION: 'au1' });
    assert.deepEqual(failure, { kind: 'missingEdge', region: 'au1' });
  });

  it('never throws, and sends what it signs in with to no host but one of Twilio', () => {
    const names = ['ACCOUNT_SID', 'API_KEY', 'API_SECRET', 'AUTH_TOKEN', 'REGION', 'EDGE'];
    const value = fc.oneof(
      fc.constantFrom(AC, SK, ` ${SK}\n`, 'ie1', 'us1', 'dublin', 'evil.example/', 'a@b', ''),
      fc.string({
        unit: fc.constantFrom('a', '1', '-', '.', '/', '@', '#', '\\', ':', '\n', '％'),
      }),
    );
    const variable = fc.constantFrom(...names.map((name) => `TWILIO_${name}`));
    fc.assert(
      fc.property(fc.dictionary(variable, value), (environment) => {
        const result = readEnvironment({ ...TOKEN, ...environment }, '');
        if (!result.valid) return;
        const { apiBaseUrl, flexBaseUrl = '' } = result.profile;
        assert.match(
          apiBaseUrl,
          /^https:\/\/taskrouter\.(?:[a-z0-9-]+\.[a-z0-9-]+\.)?twilio\.com$/,
        );
        assert.equal(flexBaseUrl, apiBaseUrl.replace('taskrouter', 'flex-api'));
        assert.equal(new URL(apiBaseUrl).origin, apiBaseUrl);
        const { username, password } = result.credentials;
        assert.match(username, /^(?:AC|SK)[0-9a-f]{32}$/i);
        assert.ok(password !== '' && password === password.trim());
      }),
      { numRuns: 500 },
    );
  });
});
