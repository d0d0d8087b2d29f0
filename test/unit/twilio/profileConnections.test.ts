import assert from 'node:assert/strict';
import { Listeners } from '../../../src/core/base/listeners.ts';
import type { ListedProfile } from '../../../src/core/profiles/profileDirectory.ts';
import type { SecretResult } from '../../../src/core/profiles/secretVault.ts';
import { asFailure } from '../../../src/core/taskrouter/failure.ts';
import { EnvironmentProfile } from '../../../src/twilio/credentials/environmentProfile.ts';
import { ProfileConnections } from '../../../src/twilio/profileConnections.ts';
import { rejectedFailure } from '../../support/rejectedFailure.ts';
import { demoTasks } from '../../support/server/demoTasks.ts';
import { TaskRouterServer } from '../../support/server/taskRouterServer.ts';
import { testCredentials } from '../../support/server/testCredentials.ts';
import { waitFor } from '../../support/waiting.ts';

const { apiKey, apiSecret, accountSid, authToken } = testCredentials;
const never = () => new AbortController().signal;

describe('ProfileConnections', () => {
  let server: TaskRouterServer;
  let listed: ListedProfile[];
  let secrets: Record<string, SecretResult>;
  let changed: Listeners<void>;
  let connections: ProfileConnections;
  let log: string[];
  let variables: Record<string, string>;

  before(async () => {
    server = await TaskRouterServer.start();
  });
  after(() => server.close());
  beforeEach(() => {
    server.reset();
    const stored = { name: 'Acme', origin: 'stored', sid: apiKey, apiBaseUrl: server.url } as const;
    listed = [{ id: 'acme', ...stored }];
    secrets = { acme: { found: true, secret: apiSecret } };
    changed = new Listeners();
    log = [];
    variables = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken };
    const environment = new EnvironmentProfile({
      environment: variables,
      apiBaseUrl: () => server.url,
    });
    connections = new ProfileConnections({
      directory: {
        list: () => listed,
        find: (profileId) => listed.find(({ id }) => id === profileId),
        active: () => listed[0],
        onDidChange: (listener) => changed.add(listener),
      },
      vault: {
        read: ({ id }) => Promise.resolve(secrets[id] ?? { found: false, reason: 'missing' }),
      },
      environment,
      version: '1.2.3',
      timeoutSeconds: () => 10,
      log: (line) => log.push(line),
    });
  });
  afterEach(() => {
    connections.dispose();
  });

  const task = () => {
    const [first] = demoTasks(server.simulation);
    assert.ok(first !== undefined);
    return first;
  };
  const failureOfOpening = async (profileId: string) =>
    asFailure(await connections.open(profileId).catch((error: unknown) => error));

  it('reads with the secret of the profile', async () => {
    const { profile, source } = await connections.open('acme');
    assert.equal(profile.name, 'Acme');
    assert.match((await source.fetchResource(task(), never())).text, /"sid"/);
  });

  it('reads with the credentials of the environment for its profile', async () => {
    listed.push({
      id: 'env',
      name: 'env',
      origin: 'environment',
      sid: accountSid,
      apiBaseUrl: server.url,
    });
    secrets = {};
    const { source } = await connections.open('env');
    assert.match((await source.fetchResource(task(), never())).text, /"sid"/);
  });

  for (const reason of ['missing', 'unreadable', 'foreign', 'unverified'] as const) {
    it(`says that the secret is ${reason}, and asks nobody`, async () => {
      secrets = { acme: { found: false, reason } };
      assert.deepEqual(await failureOfOpening('acme'), {
        kind: 'secretUnavailable',
        profileId: 'acme',
        profileName: 'Acme',
        reason,
      });
      assert.equal(server.requests.length, 0);
    });
  }

  it('says what keeps a profile from being used, and that there is none', async () => {
    const fault = { kind: 'baseUrlNotAllowed' } as const;
    listed = [{ id: 'broken', name: 'Broken', origin: 'stored', fault }];
    assert.deepEqual(await failureOfOpening('broken'), fault);
    const unknown = { kind: 'unknownProfile', profileId: 'nope' };
    assert.deepEqual(await failureOfOpening('nope'), unknown);
  });

  it('cuts the requests of a profile that is removed, and of no other', async () => {
    listed.push({
      id: 'other',
      name: 'Other',
      origin: 'stored',
      sid: apiKey,
      apiBaseUrl: server.url,
    });
    secrets['other'] = { found: true, secret: apiSecret };
    const acme = await connections.open('acme');
    const other = await connections.open('other');
    server.fault({ hang: true });
    const cut = assert.rejects(acme.source.fetchResource(task(), never()), { name: 'AbortError' });
    await waitFor(() => server.requests.length === 1);
    listed = listed.slice(1);
    changed.fire();
    await cut;
    assert.equal(acme.revoked.aborted, true);
    await waitFor(() => server.requests[0]?.aborted === true);
    assert.equal(other.revoked.aborted, false);
    assert.match((await other.source.fetchResource(task(), never())).text, /"sid"/);
  });

  describe('of two profiles', () => {
    beforeEach(() => {
      const [acme] = listed;
      assert.ok(acme !== undefined);
      listed.push({ ...acme, id: 'other', name: 'Other' });
      secrets['other'] = { found: true, secret: apiSecret };
    });

    const fetchWith = async (profileId: string, signal = never()) =>
      (await connections.open(profileId)).source.fetchResource(task(), signal);

    it('has four requests of each under way at once, whichever of its clients sends them', async () => {
      server.fault({ hang: true, times: 4 });
      const controller = new AbortController();
      const cut = Array.from({ length: 4 }, () =>
        assert.rejects(fetchWith('acme', controller.signal), { name: 'AbortError' }),
      );
      await waitFor(() => server.requests.length === 4);
      const fifth = fetchWith('acme');
      await fetchWith('other');
      assert.equal(server.requests.length, 5);
      controller.abort();
      await Promise.all(cut);
      assert.match((await fifth).text, /"sid"/);
    });

    it('lets go of all who wait for a turn when their profile is removed', async () => {
      server.fault({ hang: true, times: 4 });
      const cut = Array.from({ length: 6 }, () =>
        assert.rejects(fetchWith('acme'), { name: 'AbortError' }),
      );
      await waitFor(() => server.requests.length === 4);
      listed = listed.slice(1);
      changed.fire();
      await Promise.all(cut);
      await fetchWith('other');
      assert.equal(server.requests.length, 5);
    });

    it('holds up one by 429, and not the other', async () => {
      server.fault({ status: 429, headers: { 'Retry-After': '5' } });
      const controller = new AbortController();
      const turnedAway = assert.rejects(fetchWith('acme', controller.signal));
      await waitFor(() => log.length === 1);
      const heldUp = assert.rejects(fetchWith('acme', controller.signal));
      await fetchWith('other');
      assert.equal(server.requests.length, 2);
      controller.abort();
      await Promise.all([turnedAway, heldUp]);
    });
  });

  describe('with credentials that no profile has yet', () => {
    const draft = (baseUrl: string, secret: string = apiSecret) =>
      connections.check({ sid: apiKey, secret, place: { baseUrl } }, never());

    it('asks the host of their place whose they are, and lists nothing', async () => {
      assert.deepEqual(await draft(server.url), {
        accountSid,
        workspaceName: 'Acme Contact Centre',
      });
      assert.equal(server.requests.length, 1);
      assert.equal(log.length, 1);
    });

    it('says that they do not work', async () => {
      const failure = await rejectedFailure(draft(server.url, 'wrong'));
      assert.equal(failure.kind, 'unauthorized');
    });

    it('sends them to no host that they must not go to', async () => {
      const failure = await rejectedFailure(draft(server.url.replace('127.0.0.1', 'mock.example')));
      assert.deepEqual(failure, { kind: 'baseUrlNotAllowed' });
      assert.equal(server.requests.length, 0);
    });
  });

  it('says what the environment lacks, where there is no profile of it', async () => {
    variables['TWILIO_AUTH_TOKEN'] = '';
    assert.deepEqual(await failureOfOpening('env'), {
      kind: 'missingCredentials',
      variables: ['TWILIO_AUTH_TOKEN'],
    });
    assert.deepEqual(await failureOfOpening('other'), {
      kind: 'unknownProfile',
      profileId: 'other',
    });
  });

  it('cuts all requests when it is disposed', async () => {
    const { source, revoked } = await connections.open('acme');
    server.fault({ hang: true });
    const cut = assert.rejects(source.fetchResource(task(), never()), { name: 'AbortError' });
    await waitFor(() => server.requests.length === 1);
    connections.dispose();
    await cut;
    assert.equal(revoked.aborted, true);
  });

  it('does not open one that is removed while its secret is read', async () => {
    const opening = failureOfOpening('acme');
    listed = [];
    changed.fire();
    assert.deepEqual(await opening, { kind: 'unknownProfile', profileId: 'acme' });
  });

  it('cuts what a host was asked that the profile has left, and asks the new one', async () => {
    const held = await connections.open('acme');
    server.fault({ hang: true });
    const cut = assert.rejects(held.source.fetchResource(task(), never()), { name: 'AbortError' });
    await waitFor(() => server.requests.length === 1);
    const [acme] = listed;
    assert.ok(acme !== undefined);
    listed = [{ ...acme, apiBaseUrl: `${server.url}/elsewhere` }];
    changed.fire();
    await cut;
    assert.equal(held.revoked.aborted, true);
    const { revoked, profile } = await connections.open('acme');
    assert.equal(revoked.aborted, false);
    assert.equal(profile.apiBaseUrl, `${server.url}/elsewhere`);
  });

  it('asks neither host where the profile changes it while its secret is read', async () => {
    const opening = assert.rejects(connections.open('acme'), { name: 'AbortError' });
    const [acme] = listed;
    assert.ok(acme !== undefined);
    listed = [{ ...acme, apiBaseUrl: 'https://elsewhere.example' }];
    changed.fire();
    await opening;
    assert.equal(server.requests.length, 0);
    assert.equal((await connections.open('acme')).profile.apiBaseUrl, 'https://elsewhere.example');
  });
});
