import assert from 'node:assert/strict';
import { asFailure } from '../../../../src/core/taskrouter/failure.ts';
import { EnvironmentProfile } from '../../../../src/twilio/credentials/environmentProfile.ts';

const AC = 'AC0123456789abcdef0123456789abcdef';
const TOKEN = { TWILIO_ACCOUNT_SID: AC, TWILIO_AUTH_TOKEN: 'token' };

describe('EnvironmentProfile', () => {
  const of = (environment: Record<string, string>, apiBaseUrl = () => '') =>
    new EnvironmentProfile({ environment, apiBaseUrl });
  const refusal = (profile: EnvironmentProfile) => {
    try {
      return profile.credentials();
    } catch (error) {
      return asFailure(error);
    }
  };

  it('is there, and has credentials, where its variables are set', () => {
    const profile = of(TOKEN);
    assert.equal(profile.profile()?.name, 'env');
    assert.equal(profile.fault(), undefined);
    assert.deepEqual(profile.credentials(), { username: AC, password: 'token' });
  });

  it('is not there where they are not set, and can say which', () => {
    const profile = of({ TWILIO_ACCOUNT_SID: AC });
    const fault = { kind: 'missingCredentials', variables: ['TWILIO_AUTH_TOKEN'] };
    assert.equal(profile.profile(), undefined);
    assert.deepEqual(profile.fault(), fault);
    assert.deepEqual(refusal(profile), fault);
  });

  const faults: [variables: Record<string, string>, baseUrl: string, fault: object][] = [
    [
      { TWILIO_ACCOUNT_SID: 'AC1' },
      '',
      { kind: 'invalidEnvironment', variable: 'TWILIO_ACCOUNT_SID' },
    ],
    [{ TWILIO_REGION: 'IE 1' }, '', { kind: 'invalidEnvironment', variable: 'TWILIO_REGION' }],
    [{}, 'http://mock.example', { kind: 'baseUrlNotAllowed' }],
  ];
  for (const [variables, baseUrl, fault] of faults) {
    it(`is listed with its fault, and has no credentials: ${JSON.stringify(fault)}`, () => {
      const profile = of({ ...TOKEN, ...variables }, () => baseUrl);
      const listed = { id: 'env', name: 'env', origin: 'environment', fault };
      assert.deepEqual(profile.profile(), listed);
      assert.deepEqual(profile.fault(), fault);
      assert.deepEqual(refusal(profile), fault);
    });
  }

  it('reads its variables and the base URL anew each time', () => {
    const variables: Record<string, string> = {};
    let baseUrl = '';
    const profile = of(variables, () => baseUrl);
    assert.equal(profile.profile(), undefined);
    Object.assign(variables, TOKEN);
    baseUrl = 'http://localhost:4010';
    const listed = profile.profile();
    assert.equal(listed !== undefined && 'apiBaseUrl' in listed && listed.apiBaseUrl, baseUrl);
  });
});
