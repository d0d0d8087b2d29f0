import assert from 'node:assert/strict';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { commands, Uri } from 'vscode';
import { FaultServer, type Respond } from '../../support/faults/faultServer.ts';
import { faultTable } from '../../support/faults/faultTable.ts';
import { seededRandom } from '../../support/seededRandom.ts';
import { ChangedSettings } from '../../support/suite/changedSettings.ts';
import { startAfresh } from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const FETCHES = 2000;
/**
 * After this many fetches everything is loaded, and the store has as many earlier fetches as it
 * keeps.
 */
const WARM = 800;
/** The maximum of concurrent requests of a profile. */
const AT_ONCE = 4;
/** How much each fetch may leave behind, as the extension host has caches of its own. */
const NOISE_BYTES = 800;
/** The heap must not have fallen for this many seconds. */
const RESTING = 6;
/** One in this many fetches works, and one in this many times out. */
const GOOD = 5;
const LATE = 250;

const uriOf = (index: number) =>
  Uri.parse(`taskrouter://env/WS${'0'.repeat(31)}1/WT${String(index).padStart(32, '0')}.json`);
const refresh = (index: number) =>
  commands.executeCommand<Uri | undefined>('taskrouter.refreshTask', uriOf(index));

/** Faults that end quickly: one request, no delay, and no 10 MB. */
const quick = faultTable.flatMap(({ name, fault, told, requests }) =>
  typeof fault === 'function' && requests === 1 && told !== undefined
    ? told.kind === 'timeout' || told.kind === 'tooLarge' || name.includes('too long')
      ? []
      : [fault]
    : [],
);
const late = faultTable.flatMap(({ fault, told }) =>
  typeof fault === 'function' && told?.kind === 'timeout' ? [fault] : [],
);

/** The used bytes once the host has released what it sent, which takes some seconds. */
async function restingHeap(): Promise<number> {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let lowest = Infinity;
  for (let rested = 0; rested < RESTING; rested++) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    collect();
    const { heapUsed } = process.memoryUsage();
    if (heapUsed < lowest - NOISE_BYTES * 50) rested = 0;
    lowest = Math.min(lowest, heapUsed);
  }
  return lowest;
}

describe('Two thousand fetches with faults at random', () => {
  const settings = new ChangedSettings();
  let server: FaultServer;
  before(async () => {
    await startAfresh();
    server = await FaultServer.start();
    await settings.set('taskrouter.apiBaseUrl', server.url);
    await settings.set('taskrouter.requestTimeoutSeconds', 1);
  });
  after(async () => {
    await settings.dispose();
    await server.close();
  });

  it('leave no connections and no memory behind in a working host', async function () {
    this.timeout(180_000);
    const seed = Number(process.env['TASKROUTER_TEST_SEED']) || Date.now() % 2 ** 32;
    const random = seededRandom(seed);
    const among = (faults: readonly Respond[]) => faults[Math.floor(random() * faults.length)];
    let good = 0;
    server.respond = (response, request) => {
      const number = server.requests;
      if (number % GOOD === 0) FaultServer.answer(response, request);
      else among(number % LATE === 1 ? late : quick)?.(response, request);
    };

    const fetchTimes = (times: number) =>
      Promise.all(
        Array.from({ length: AT_ONCE }, async (_, index) => {
          for (let number = index; number < times; number += AT_ONCE) {
            if ((await refresh(index)) !== undefined) good++;
          }
        }),
      );
    try {
      await fetchTimes(WARM);
      const before = await restingHeap();
      await fetchTimes(FETCHES - WARM);
      const left = ((await restingHeap()) - before) / (FETCHES - WARM);
      assert.equal(server.requests, FETCHES, 'asked otherwise');
      assert.equal(good, FETCHES / GOOD);
      server.respond = undefined;
      for (let index = 0; index < AT_ONCE; index++) assert.ok(await refresh(index), 'not alive');
      await waitFor(() => server.sockets === 0);
      assert.ok(left < NOISE_BYTES, `each fetch left ${left} bytes behind`);
    } catch (error) {
      throw new Error(`With TASKROUTER_TEST_SEED=${seed}`, { cause: error });
    }
  });
});
