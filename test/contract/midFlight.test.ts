import assert from 'node:assert/strict';
import http from 'node:http';
import { Listeners } from '../../src/core/base/listeners.ts';
import type { ListedProfile } from '../../src/core/profiles/profileDirectory.ts';
import { TaskStore } from '../../src/core/tasks/taskStore.ts';
import { EnvironmentProfile } from '../../src/twilio/credentials/environmentProfile.ts';
import { ProfileConnections } from '../../src/twilio/profileConnections.ts';
import { FaultServer, respondWith, type Respond } from '../support/faults/faultServer.ts';
import { countTimers, waitFor } from '../support/waiting.ts';

const SID = 'SK00000000000000000000000000000001';
const task = {
  profileId: 'acme',
  workspaceSid: 'WS00000000000000000000000000000001',
  taskSid: 'WT00000000000000000000000000000001',
};
const never = () => new AbortController().signal;
const inUse = () => Object.values(http.globalAgent.sockets).flat().length;

/** The state of an extension host that has just started. */
function activate(server: FaultServer) {
  const changed = new Listeners<void>();
  const acme: ListedProfile = {
    ...{ id: 'acme', name: 'Acme', origin: 'stored', sid: SID, apiBaseUrl: server.url },
  };
  let listed: ListedProfile[] = [acme, { ...acme, id: 'other', name: 'Other' }];
  const connections = new ProfileConnections({
    directory: {
      list: () => listed,
      find: (profileId) => listed.find(({ id }) => id === profileId),
      active: () => listed[0],
      onDidChange: (listener) => changed.add(listener),
    },
    vault: { read: () => Promise.resolve({ found: true, secret: 'secret' }) },
    environment: new EnvironmentProfile({ environment: {}, apiBaseUrl: () => '' }),
    version: '1.2.3',
    timeoutSeconds: () => 10,
    log: () => undefined,
  });
  const store = new TaskStore(connections);
  const remove = () => {
    listed = listed.slice(1);
    changed.fire();
    store.dropProfile('acme');
  };
  return { connections, store, remove };
}

describe('During a request', () => {
  let server: FaultServer;
  before(async () => {
    server = await FaultServer.start();
  });
  afterEach(() => {
    server.respond = undefined;
  });
  after(() => server.close());

  const ends: [
    what: string,
    end: (host: ReturnType<typeof activate>, user: AbortController) => void,
    left: 'nothing' | 'the Task',
  ][] = [
    [
      'a profile is removed',
      ({ remove }) => {
        remove();
      },
      'nothing',
    ],
    [
      'the extension is deactivated, as when its window closes',
      ({ connections }) => {
        connections.dispose();
      },
      'the Task',
    ],
    [
      'the user cancels',
      (_host, user) => {
        user.abort();
      },
      'the Task',
    ],
  ];
  const moments: [when: string, respond: Respond][] = [
    ['before the headers', respondWith.nothing],
    ['in the body', respondWith.raw(() => 'HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"sid":')],
    ['before another attempt', respondWith.status(503, '', { 'Retry-After': '9' })],
    ['while all wait for a 429', respondWith.status(429, '', { 'Retry-After': '9' })],
  ];

  for (const [what, end, left] of ends) {
    for (const [when, respond] of moments) {
      it(`${what}, ${when}: the request is cancelled without a message, and the next fetch works`, async () => {
        const timers = countTimers();
        try {
          const host = activate(server);
          const good = await host.store.fetch(task, never());
          server.respond = respond;
          const before = server.requests;
          const user = new AbortController();
          const cut = assert.rejects(host.store.fetch(task, user.signal), { name: 'AbortError' });
          await waitFor(() => server.requests > before);
          end(host, user);
          await cut;
          await waitFor(() => inUse() === 0);
          assert.equal(server.requests, before + 1);
          await waitFor(() => host.store.get(task)?.fetching === false);
          const { fetched, failure } = host.store.get(task) ?? {};
          assert.equal(fetched, left === 'nothing' ? undefined : good);
          assert.equal(failure?.kind, left === 'nothing' ? 'unknownProfile' : undefined);

          server.respond = undefined;
          const next = activate(server);
          const other = { ...task, profileId: 'other' };
          assert.match((await next.store.fetch(other, never())).text, /"pending"/);
          next.connections.dispose();
          host.connections.dispose();
          await waitFor(() => timers.live() === 0);
        } finally {
          timers.restore();
        }
      });
    }
  }
});
