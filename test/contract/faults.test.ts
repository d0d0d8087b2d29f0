import assert from 'node:assert/strict';
import { getEventListeners } from 'node:events';
import http from 'node:http';
import https from 'node:https';
import { describeFailure } from '../../src/core/failures/describeFailure.ts';
import { formatMessage, plainEnglish } from '../../src/core/messages/message.ts';
import type { Connections } from '../../src/core/profiles/connection.ts';
import { asFailure } from '../../src/core/taskrouter/failure.ts';
import { TaskStore } from '../../src/core/tasks/taskStore.ts';
import { RequestGate } from '../../src/twilio/http/requestGate.ts';
import {
  printSummary,
  sentencePattern,
  type FaultOutcome,
  type FaultRow,
} from '../support/faults/faultRow.ts';
import { FaultServer, type FaultEndpoint } from '../support/faults/faultServer.ts';
import { faultTable } from '../support/faults/faultTable.ts';
import { makeCertificate, type Certificate } from '../support/server/certificates.ts';
import { clientOf } from '../support/server/clientOf.ts';
import { countTimers, waitFor } from '../support/waiting.ts';

const task = {
  profileId: 'env',
  workspaceSid: 'WS00000000000000000000000000000001',
  taskSid: 'WT00000000000000000000000000000001',
};
const never = () => new AbortController().signal;
/** The sockets of this process that are in use, and the requests that wait for one. */
const sockets = () =>
  [http.globalAgent, https.globalAgent].flatMap(({ sockets, requests }) =>
    [...Object.values(sockets), ...Object.values(requests)].flat(),
  ).length;

/** A store that uses the base URL from `at`, and retries without delays. */
function storeAt(at: () => string, row: FaultRow, seconds: number) {
  const { signal: revoked } = new AbortController();
  const gate = new RequestGate({ revoked });
  const connections: Connections = {
    open: () => {
      const profile = { id: 'env', name: 'env', origin: 'environment', sid: '' } as const;
      const source = clientOf(
        { url: at() },
        {
          ...{ gate, revoked, timeoutSeconds: seconds, random: () => 0 },
          ...(row.region !== undefined && { profile: { region: row.region } }),
        },
      );
      return Promise.resolve({ profile: { ...profile, apiBaseUrl: at() }, source, revoked });
    },
  };
  return { store: new TaskStore(connections), revoked };
}

describe('When a connection to TaskRouter fails', () => {
  const direct = https.globalAgent;
  const outcomes: FaultOutcome[] = [];
  let authority: Certificate;
  let timers: ReturnType<typeof countTimers>;
  const servers: FaultServer[] = [];
  before(async () => {
    authority = await makeCertificate({ authorityName: 'Known to the client' });
    trust();
    servers.push(await FaultServer.start());
    servers.push(await FaultServer.start(await makeCertificate({ signedBy: authority })));
  });
  beforeEach(() => {
    timers = countTimers();
  });
  afterEach(() => {
    for (const server of servers) server.respond = undefined;
    timers.restore();
  });
  after(async () => {
    https.globalAgent = direct;
    for (const server of servers) await server.close();
    printSummary(outcomes);
  });

  /** Like VS Code's agent with a proxy from the settings. */
  function trust(proxy?: string): void {
    https.globalAgent.destroy();
    https.globalAgent = new https.Agent({
      // The default of Node.js, and so of VS Code.
      keepAlive: true,
      ca: authority.cert,
      ...(proxy !== undefined && { proxyEnv: { HTTPS_PROXY: proxy } }),
    });
  }

  async function tryRow(row: FaultRow, server: FaultServer): Promise<FaultOutcome> {
    const seconds = row.told?.kind === 'timeout' ? 0.3 : 10;
    let place: FaultEndpoint = server;
    const { store, revoked } = storeAt(() => place.url, row, seconds);
    const good = await store.fetch(task, never());

    if (typeof row.fault === 'function') server.respond = row.fault;
    else place = await row.fault.place(authority);
    if (place.proxy !== undefined) trust(place.proxy);
    const before = place.requests;
    const { host } = new URL(place.url);
    const outcome = await store.fetch(task, never()).catch((error: unknown) => error);
    const requests = place.requests - before;
    if (place.proxy !== undefined) trust();
    if (place !== server) await place.close();
    place = server;
    server.respond = undefined;

    const record = store.get(task);
    const failure = asFailure(outcome);
    const said = failure === undefined ? '' : formatMessage(describeFailure(failure), plainEnglish);
    assert.equal(failure?.kind, row.told?.kind, JSON.stringify(outcome));
    if (row.told === undefined) assert.equal(record?.fetched?.text, good.text);
    else {
      assert.match(said, sentencePattern(row.told, host, seconds));
      assert.equal(record?.fetched, good, 'the last good answer is lost');
      assert.deepEqual(record.failure, failure);
    }
    assert.equal(requests, row.requests, 'it was asked otherwise');

    const again = await store.fetch(task, never());
    assert.equal(again.text, good.text);
    assert.equal(store.get(task)?.failure, undefined, 'it is still called stale');
    assert.deepEqual(getEventListeners(revoked, 'abort'), [], 'a listener is left');
    await waitFor(() => sockets() === 0);
    const shown = said === '' ? '(the Task, as ever)' : said.replace(host, '{host}');
    return { name: row.name, said: shown, requests };
  }

  for (const row of faultTable.filter(({ only }) => only !== 'editor')) {
    const what = row.told === undefined ? 'a Task' : row.told.kind;
    it(`${row.name} is ${what}, and the next fetch works`, async () => {
      const [plain, tls] = servers;
      assert.ok(plain !== undefined && tls !== undefined);
      outcomes.push(await tryRow(row, plain));
      if (typeof row.fault === 'function') await tryRow(row, tls);
      assert.equal(timers.live(), 0, 'a timer is left');
    });
  }
});
