import { untilAborted } from '../base/async.ts';
import { Turns } from '../base/turns.ts';
import type { Connections } from '../profiles/connection.ts';
import { asFailure } from '../taskrouter/failure.ts';
import type { ResourceList } from '../taskrouter/resourceList.ts';
import type { TaskSource } from '../taskrouter/taskSource.ts';
import { readRows, type ReadPages } from './readRows.ts';
import type { Reading, ReadRows, RoutingReadings } from './routingReadings.ts';
import { SHARED_MS, SharedReadings } from './sharedReadings.ts';
import type { WaitingPlace } from './waitingPlace.ts';

/** What else must be read, by a first explanation. */
export interface ReadingNeeds {
  /** Whether Workers matter that are not in the TaskQueue, however many there are. */
  readonly allWorkers: boolean;
  /** SIDs of the Workers whose capacity matters, best first. */
  readonly channelsOf: readonly string[];
}

export interface ReadingOptions {
  /** By the server's clock, in ms since the epoch. */
  readonly at: () => number;
  /** Whether answers of the last half minute, which other Tasks may have got, are not reused. */
  readonly isFresh: boolean;
  /** Whether to read the statistics of the TaskQueue, which a page has already. */
  readonly withStatistics: boolean;
  /** Explains the first readings, and returns what else must be read. */
  readonly needsOf: (readings: RoutingReadings) => Promise<ReadingNeeds>;
}

/** How many requests of one reading may run at a time, as many as a profile's may. */
const MAX_CONCURRENT = 4;

/** The largest `PageSize`, see https://www.twilio.com/docs/taskrouter/api/worker. */
const PAGE_SIZE = 1000;

/** Twilio allows 15,000 Workers in a Workspace, see https://www.twilio.com/docs/taskrouter/api/worker. */
const MAX_WORKER_PAGES = 15;

/**
 * Twilio allows 5,000 TaskQueues, see https://www.twilio.com/docs/taskrouter/api/task-queue. Names of a few
 * may be missing, for fewer requests.
 */
const MAX_QUEUE_PAGES = 3;

const MAX_CANDIDATES = 20;

type Work<T> = (source: TaskSource, signal: AbortSignal) => Promise<T>;
type Ask = <T>(key: string, work: Work<T>) => Promise<Reading<T>>;

const UNREAD = { kind: 'unread' } as const;

/**
 * Reads what explains why Tasks wait, by at most 8 requests besides pages of Workers and the Channels of
 * candidates. Answers serve all Tasks of the window for half a minute.
 *
 * Of the Workers that are not in the TaskQueue, the first thousand are read, which are all in most
 * Workspaces. The others are only read if none is in the TaskQueue, if TaskRouter does not say which are, or
 * if the explanation depends on one of them.
 */
export class RoutingReader {
  readonly #connections: Connections;
  readonly #now: () => number;
  readonly #shared: SharedReadings;

  /** @param now returns the time of this machine in ms since the epoch */
  constructor(connections: Connections, now: () => number = Date.now) {
    this.#connections = connections;
    this.#now = now;
    this.#shared = new SharedReadings(now);
  }

  /**
   * Each part may fail without the others.
   *
   * @throws TaskRouterFailure if the profile cannot be used; `signal.reason` when cancelled
   */
  async read(
    place: WaitingPlace,
    options: ReadingOptions,
    signal: AbortSignal,
  ): Promise<RoutingReadings> {
    const { profileId, workspaceSid } = place;
    const { profile, source, revoked } = await untilAborted(
      this.#connections.open(profileId),
      signal,
    );
    // A bug in one part must abort the requests for the others.
    const end = new AbortController();
    const cut = AbortSignal.any([signal, revoked, end.signal]);
    cut.throwIfAborted();
    const owner = [profileId, profile.sid, profile.apiBaseUrl, workspaceSid.toLowerCase()].join();
    const since = this.#now() - (options.isFresh ? 0 : SHARED_MS);
    const turns = new Turns(MAX_CONCURRENT);
    const ask: Ask = async (key, work) => {
      const read = (shared: AbortSignal) => turns.run(() => work(source, shared), shared);
      try {
        const value = await this.#shared.read(`${owner},${key}`, since, read, cut);
        return { kind: 'read', value };
      } catch (error) {
        cut.throwIfAborted();
        const failure = asFailure(error);
        if (failure === undefined) throw error;
        return { kind: 'failed', failure };
      }
    };
    try {
      const [base, workers] = await readBase(place, options, ask);
      const first = { ...base, at: options.at() };
      return await readNeeds(first, workers, await options.needsOf(first), place, ask);
    } finally {
      end.abort();
    }
  }

  /** Forgets what was read with a profile. */
  forget(profileId: string): void {
    this.#shared.forget(`${profileId},`);
  }
}

async function readBase(
  { workspaceSid, workflowSid, taskQueueSid }: WaitingPlace,
  { withStatistics }: ReadingOptions,
  ask: Ask,
): Promise<readonly [Omit<RoutingReadings, 'at'>, Reading<ReadPages>]> {
  const fetch = (sid: string) =>
    ask(sid.toLowerCase(), async (source, signal) => {
      const { text } = await source.fetchResource({ workspaceSid, sid }, signal);
      return text;
    });
  const list = (key: string, resources: ResourceList, maxPages: number) =>
    ask(key, (source, signal) => readRows(source, resources, maxPages, signal));
  const ofQueue = <T>(read: (sid: string) => Promise<Reading<T>>) =>
    taskQueueSid === undefined ? UNREAD : read(taskQueueSid);
  const all = { workspaceSid, pageSize: PAGE_SIZE } as const;

  // They start in this order: what names most causes comes first.
  const [workflow, queue, members, tasks, workers, queues, activities, statistics] =
    await Promise.all([
      workflowSid === undefined ? UNREAD : fetch(workflowSid),
      ofQueue(fetch),
      ofQueue((sid) =>
        list(
          `members ${sid.toLowerCase()}`,
          { ...all, kind: 'Workers', taskQueueSid: sid },
          MAX_WORKER_PAGES,
        ),
      ),
      ofQueue((sid) => list(`tasks ${sid.toLowerCase()}`, waitingTasks(workspaceSid, sid), 1)),
      list('workers', { ...all, kind: 'Workers' }, 1),
      list('queues', { ...all, kind: 'TaskQueues' }, MAX_QUEUE_PAGES),
      list('activities', { ...all, kind: 'Activities' }, 1),
      ofQueue((sid) =>
        withStatistics
          ? ask(`statistics ${sid.toLowerCase()}`, (source, signal) =>
              source.fetchStatistics({ workspaceSid, taskQueueSid: sid }, signal),
            )
          : Promise.resolve(UNREAD),
      ),
    ]);
  const parts = { workflow, queue, queues, members, activities, statistics, tasks };
  return [{ ...parts, workers, channels: new Map() }, workers];
}

function waitingTasks(workspaceSid: string, taskQueueSid: string): ResourceList {
  const filter = { statuses: ['pending', 'reserved'], taskQueueSid } as const;
  return { kind: 'Tasks', workspaceSid, filter, order: 'queue', pageSize: PAGE_SIZE };
}

/** Reads what the explanation of the first readings depends on. */
async function readNeeds(
  first: RoutingReadings,
  firstPage: Reading<ReadPages>,
  { allWorkers, channelsOf }: ReadingNeeds,
  { workspaceSid }: WaitingPlace,
  ask: Ask,
): Promise<RoutingReadings> {
  const hasMembers = first.members.kind === 'read' && first.members.value.rows.length > 0;
  const [workers, ...channels] = await Promise.all([
    firstPage.kind === 'read' && firstPage.value.isCut && (allWorkers || !hasMembers)
      ? readAllWorkers(workspaceSid, firstPage.value, ask)
      : first.workers,
    ...channelsOf.slice(0, MAX_CANDIDATES).map(async (workerSid) => {
      const list = { kind: 'Channels', workspaceSid, workerSid } as const;
      const read = await ask(`channels ${workerSid.toLowerCase()}`, (source, signal) =>
        readRows(source, list, 1, signal),
      );
      return [workerSid, read] as const;
    }),
  ]);
  return { ...first, workers, channels: new Map(channels) };
}

/** Keeps the first page if the others cannot be read. */
async function readAllWorkers(
  workspaceSid: string,
  firstPage: ReadPages,
  ask: Ask,
): Promise<Reading<ReadRows>> {
  const list = { kind: 'Workers', workspaceSid, pageSize: PAGE_SIZE } as const;
  const all = await ask('all workers', (source, signal) =>
    readRows(source, list, MAX_WORKER_PAGES, signal, firstPage),
  );
  return all.kind === 'read' ? all : { kind: 'read', value: firstPage };
}
