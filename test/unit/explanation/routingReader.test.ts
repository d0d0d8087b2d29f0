import assert from 'node:assert/strict';
import { RoutingReader } from '../../../src/core/explanation/routingReader.ts';
import type { ReadingNeeds } from '../../../src/core/explanation/routingReader.ts';
import type { Reading, RoutingReadings } from '../../../src/core/explanation/routingReadings.ts';
import type { Connections } from '../../../src/core/profiles/connection.ts';
import { apiPath, apiPathBelow, listQuery } from '../../../src/core/taskrouter/apiPath.ts';
import { TaskRouterFailure } from '../../../src/core/taskrouter/failure.ts';
import { statisticsOwner } from '../../../src/core/taskrouter/statistics.ts';
import { connectionsOf } from '../../support/connectionsOf.ts';
import { rejectedFailure } from '../../support/rejectedFailure.ts';
import { settlePromises } from '../../support/waiting.ts';

const sid = (prefix: string, number: number) => prefix + String(number).padStart(32, '0');
const [workspaceSid, workflowSid, taskQueueSid] = [sid('WS', 1), sid('WW', 1), sid('WQ', 1)];
const place = { profileId: 'env', workspaceSid, workflowSid, taskQueueSid };
const base = `/v1/Workspaces/${workspaceSid}`;
const members = `${base}/Workers?TaskQueueSid=${taskQueueSid}&PageSize=1000`;
const workers = `${base}/Workers?PageSize=1000`;
const tasks = `${base}/Tasks?AssignmentStatus=pending%2Creserved&TaskQueueSid=${taskQueueSid}&Ordering=Priority%3Adesc%2CDateCreated%3Aasc&PageSize=1000`;
const statistics = `${base}/TaskQueues/${taskQueueSid}/RealTimeStatistics`;
const everything = [
  `${base}/Workflows/${workflowSid}`,
  `${base}/TaskQueues/${taskQueueSid}`,
  members,
  tasks,
  workers,
  `${base}/TaskQueues?PageSize=1000`,
  `${base}/Activities?PageSize=1000`,
];

const nothing: ReadingNeeds = { allWorkers: false, channelsOf: [] };
const failure = { kind: 'forbidden', host: 'h' } as const;
const never = () => new AbortController().signal;

interface World {
  readonly asked: string[];
  readonly reader: RoutingReader;
  readonly signals: AbortSignal[];
  /** The paths whose requests fail. */
  readonly failing: Set<string>;
  /** How many pages a list has, by the path of its first page. */
  readonly pages: Map<string, number>;
  /** Requests that wait until the test lets them go. */
  readonly held: (() => void)[];
  now: number;
  holds: boolean;
  most: number;
  read: (
    options?: Partial<{
      needs: ReadingNeeds;
      isFresh: boolean;
      withStatistics: boolean;
      signal: AbortSignal;
      place: typeof place;
    }>,
  ) => Promise<RoutingReadings>;
}

/** A reader of a source in which every list has one row a page. */
function setUp(wrap: (connections: Connections) => Connections = (plain) => plain): World {
  let running = 0;
  const request = async <T>(path: string, signal: AbortSignal, answer: () => T): Promise<T> => {
    world.asked.push(path);
    world.signals.push(signal);
    world.most = Math.max(world.most, ++running);
    try {
      if (world.holds) await new Promise<void>((resolve) => world.held.push(resolve));
      else await settlePromises();
      signal.throwIfAborted();
      if (world.failing.has(path)) throw new TaskRouterFailure(failure);
      return answer();
    } finally {
      running--;
    }
  };
  const connections = connectionsOf({
    fetchResource: (resource, signal) =>
      request(apiPath(resource), signal, () => ({ text: apiPath(resource) })),
    fetchStatistics: (scope, signal) => {
      const path = apiPathBelow(statisticsOwner(scope), 'RealTimeStatistics');
      return request(path, signal, () => path);
    },
    listResources: (list, signal, next) => {
      const path = listQuery(list);
      const number = Number(next ?? 1);
      return request(next === undefined ? path : `${path} ${next}`, signal, () => ({
        rows: [{ sid: `${list.kind} ${number}`, text: '{}' }].slice(
          world.pages.get(path) === 0 ? 1 : 0,
        ),
        ...(number < (world.pages.get(path) ?? 1) && { next: String(number + 1) }),
      }));
    },
  });
  const world: World = {
    asked: [],
    signals: [],
    failing: new Set(),
    pages: new Map(),
    held: [],
    holds: false,
    now: 1_000_000,
    most: 0,
    reader: new RoutingReader(wrap(connections), () => world.now),
    read: ({ needs = nothing, isFresh = false, withStatistics = false, signal, ...more } = {}) =>
      world.reader.read(
        more.place ?? place,
        { at: () => 7, isFresh, withStatistics, needsOf: () => Promise.resolve(needs) },
        signal ?? never(),
      ),
  };
  return world;
}

const sids = (reading: Reading<RoutingReadings['workers'] extends Reading<infer T> ? T : never>) =>
  reading.kind === 'read' ? reading.value.rows.map((row) => row.sid) : reading.kind;

describe('RoutingReader', () => {
  it('reads what explains a waiting Task, each part once', async () => {
    const { asked, read } = setUp();
    const readings = await read({ withStatistics: true });
    assert.deepEqual(asked, [...everything, statistics]);
    assert.deepEqual(readings.workflow, { kind: 'read', value: everything[0] });
    assert.deepEqual(readings.queue, { kind: 'read', value: everything[1] });
    assert.deepEqual(readings.statistics, { kind: 'read', value: statistics });
    for (const part of ['members', 'tasks', 'workers', 'queues', 'activities'] as const) {
      assert.equal(readings[part].kind, 'read', part);
    }
    assert.equal(readings.at, 7);
  });

  it('does not ask for statistics that a page has already', async () => {
    const { asked, read } = setUp();
    assert.deepEqual((await read()).statistics, { kind: 'unread' });
    assert.deepEqual(asked, everything);
  });

  it('asks for at most 12 parts besides pages of Workers and Channels, whatever there is', async () => {
    const { asked, pages, read } = setUp();
    for (const path of [...everything, statistics]) pages.set(path, 100);
    const channelsOf = Array.from({ length: 500 }, (_, index) => sid('WK', index));
    await read({ withStatistics: true, needs: { allWorkers: true, channelsOf } });
    const ofWorkers = asked.filter((path) => path.includes('/Workers?'));
    const channels = asked.filter((path) => path.includes('/Channels?'));
    assert.deepEqual([ofWorkers.length, channels.length], [30, 20]);
    assert.ok(asked.length - 50 <= 12, String(asked.length - 50));
  });

  it('asks for four at a time', async () => {
    const world = setUp();
    await world.read({
      needs: { allWorkers: false, channelsOf: [1, 2, 3, 4, 5, 6].map((n) => sid('WK', n)) },
    });
    assert.equal(world.most, 4);
  });

  it('reads the Channels of the first 20 candidates', async () => {
    const { read } = setUp();
    const channelsOf = Array.from({ length: 30 }, (_, index) => sid('WK', index));
    const { channels } = await read({ needs: { allWorkers: false, channelsOf } });
    assert.deepEqual([...channels.keys()], channelsOf.slice(0, 20));
    const [first] = channels.values();
    assert.ok(first !== undefined);
    assert.deepEqual(sids(first), ['Channels 1']);
  });

  it('reads at most 15 pages of the Workers in the TaskQueue, and says that there are more', async () => {
    const world = setUp();
    for (const [count, isCut] of [
      [14, false],
      [15, false],
      [16, true],
    ] as const) {
      world.pages.set(members, count);
      world.now++;
      const { members: found } = await world.read({ isFresh: true });
      assert.equal(found.kind, 'read');
      assert.deepEqual([found.value.rows.length, found.value.isCut], [Math.min(count, 15), isCut]);
    }
  });

  it('reads one page of all Workers if some are in the TaskQueue', async () => {
    const { pages, read } = setUp();
    pages.set(workers, 3);
    const { workers: found } = await read();
    assert.equal(found.kind, 'read');
    assert.deepEqual([found.value.rows.length, found.value.isCut], [1, true]);
  });

  for (const [why, change] of Object.entries<(world: World) => Partial<ReadingNeeds> | undefined>({
    'none is in the TaskQueue': ({ pages }) => void pages.set(members, 0),
    'TaskRouter does not say who is in the TaskQueue': ({ failing }) => void failing.add(members),
    'the explanation needs them': () => ({ allWorkers: true }),
  })) {
    it(`reads all Workers, up to 15 pages, if ${why}`, async () => {
      const world = setUp();
      const needs = { ...nothing, ...change(world) };
      world.pages.set(workers, 40);
      const { workers: found } = await world.read({ needs });
      assert.equal(found.kind, 'read');
      assert.deepEqual([found.value.rows.length, found.value.isCut], [15, true]);
      assert.equal(world.asked.filter((path) => path === workers).length, 1);
    });
  }

  it('keeps the first page of all Workers if the next cannot be read', async () => {
    const { pages, failing, read } = setUp();
    pages.set(workers, 3);
    failing.add(`${workers} 2`);
    const { workers: found } = await read({ needs: { allWorkers: true, channelsOf: [] } });
    assert.equal(found.kind, 'read');
    assert.deepEqual([found.value.rows.length, found.value.isCut], [1, true]);
  });

  it('asks for nothing of a TaskQueue or Workflow that the Task does not name', async () => {
    const { asked, reader } = setUp();
    const options = { at: () => 7, isFresh: false, withStatistics: true };
    const readings = await reader.read(
      { profileId: 'env', workspaceSid },
      { ...options, needsOf: () => Promise.resolve(nothing) },
      never(),
    );
    assert.deepEqual(asked, everything.slice(4));
    for (const part of ['workflow', 'queue', 'members', 'tasks', 'statistics'] as const) {
      assert.deepEqual(readings[part], { kind: 'unread' }, part);
    }
  });

  describe('lets each part fail alone:', () => {
    const parts = { workflow: 0, queue: 1, members: 2, tasks: 3, workers: 4, queues: 5 } as const;
    for (const [part, index] of Object.entries({ ...parts, activities: 6, statistics: 7 })) {
      it(part, async () => {
        const { failing, read } = setUp();
        failing.add([...everything, statistics][index] ?? '');
        const { channels, at, ...readings } = await read({ withStatistics: true });
        assert.deepEqual([channels.size, at], [0, 7]);
        for (const [name, reading] of Object.entries(readings)) {
          assert.equal(reading.kind, name === part ? 'failed' : 'read', name);
          if (reading.kind === 'failed') assert.deepEqual(reading.failure, failure);
        }
      });
    }

    it('the Channels of one Worker', async () => {
      const { failing, read } = setUp();
      failing.add(`${base}/Workers/${sid('WK', 1)}/Channels?PageSize=100`);
      const channelsOf = [sid('WK', 1), sid('WK', 2)];
      const { channels } = await read({ needs: { allWorkers: false, channelsOf } });
      assert.deepEqual(
        [...channels.values()].map(({ kind }) => kind),
        ['failed', 'read'],
      );
    });
  });

  it('rejects if the profile cannot be used', async () => {
    const reading = setUp().read({ place: { ...place, profileId: 'gone' } });
    assert.equal((await rejectedFailure(reading)).kind, 'unknownProfile');
  });
});

describe('what RoutingReader read', () => {
  it('serves other Tasks for half a minute, and is then read again', async () => {
    const world = setUp();
    await world.read();
    world.now += 30_000;
    await world.read();
    assert.equal(world.asked.length, everything.length);
    world.now += 1;
    await world.read();
    assert.equal(world.asked.length, 2 * everything.length);
  });

  it('serves Tasks that are explained at the same time', async () => {
    const world = setUp();
    await Promise.all([world.read(), world.read(), world.read()]);
    assert.deepEqual(world.asked, everything);
  });

  it('serves Tasks of another TaskQueue as far as it is the same', async () => {
    const world = setUp();
    await world.read();
    await world.read({ place: { ...place, taskQueueSid: sid('WQ', 2) } });
    assert.equal(world.asked.length, everything.length + 3);
  });

  it('is read again if the user asks for that', async () => {
    const world = setUp();
    await world.read();
    world.now += 1;
    await world.read({ isFresh: true });
    assert.equal(world.asked.length, 2 * everything.length);
  });

  it('is forgotten with its profile, and no other', async () => {
    const world = setUp();
    const other = { ...place, profileId: 'env2' };
    await world.read();
    await world.read({ place: other });
    world.reader.forget('env');
    await world.read({ place: other });
    assert.equal(world.asked.length, 2 * everything.length);
    await world.read();
    assert.equal(world.asked.length, 3 * everything.length);
  });

  it('is not kept if it failed', async () => {
    const world = setUp();
    for (const path of everything) world.failing.add(path);
    await world.read();
    world.failing.clear();
    assert.equal((await world.read()).workflow.kind, 'read');
  });

  for (const change of [{ apiBaseUrl: 'https://other.example' }, { sid: 'SK1' }]) {
    it(`does not serve the profile with another ${Object.keys(change).join()}`, async () => {
      let isChanged = false;
      const world = setUp((plain) => ({
        open: async (id) => {
          const connection = await plain.open(id);
          return isChanged
            ? { ...connection, profile: { ...connection.profile, ...change } }
            : connection;
        },
      }));
      await world.read();
      isChanged = true;
      await world.read();
      assert.equal(world.asked.length, 2 * everything.length);
    });
  }

  it('is cut when the page closes, and nothing more is asked', async () => {
    const world = setUp();
    world.holds = true;
    const page = new AbortController();
    const reading = world.read({ signal: page.signal });
    reading.catch(() => undefined);
    await settlePromises();
    assert.equal(world.asked.length, 4);
    page.abort();
    await assert.rejects(reading, { name: 'AbortError' });
    assert.ok(world.signals.every(({ aborted }) => aborted));
    for (const release of world.held) release();
    await settlePromises();
    assert.equal(world.asked.length, 4);
  });

  /** Two pages wait for the same answers, which are held, and the one that asked first closes. */
  const closeFirstPage = async () => {
    const world = setUp();
    world.holds = true;
    const page = new AbortController();
    const closing = world.read({ signal: page.signal });
    const staying = world.read();
    closing.catch(() => undefined);
    await settlePromises();
    page.abort();
    await assert.rejects(closing, { name: 'AbortError' });
    return { world, staying };
  };

  it('reaches another page although the one that asked first closes', async () => {
    const { world, staying } = await closeFirstPage();
    world.holds = false;
    for (const release of world.held) release();
    assert.equal((await staying).queue.kind, 'read');
    assert.deepEqual(world.asked, everything);
  });

  it('is not asked for again by a third page after the first one has closed', async () => {
    const { world, staying } = await closeFirstPage();
    const late = world.read();
    await settlePromises();
    world.holds = false;
    for (const release of world.held) release();
    await Promise.all([staying, late]);
    assert.deepEqual(world.asked, everything);
  });

  it('is dropped if the profile is removed meanwhile', async () => {
    const revoked = new AbortController();
    const world = setUp((plain) => ({
      open: async (id) => ({ ...(await plain.open(id)), revoked: revoked.signal }),
    }));
    world.holds = true;
    const reading = world.read();
    reading.catch(() => undefined);
    await settlePromises();
    revoked.abort();
    await assert.rejects(reading, { name: 'AbortError' });
    assert.ok(world.signals.every(({ aborted }) => aborted));
  });

  it('sends nothing for a page that is closed already', async () => {
    const world = setUp();
    await assert.rejects(world.read({ signal: AbortSignal.abort() }), { name: 'AbortError' });
    assert.deepEqual(world.asked, []);
  });
});
