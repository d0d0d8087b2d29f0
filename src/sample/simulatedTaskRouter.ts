import { WHOLE_SID } from '../core/resources/sidPattern.ts';
import { answerList, apiError, type ApiAnswer } from './api/apiAnswer.ts';
import { bodyRow, equalFilters, rawTask, type Collection, type Row } from './api/collection.ts';
import { eventCollection } from './api/eventCollection.ts';
import { setUpCollections } from './api/setUpCollections.ts';
import { reservationCollection, taskCollection } from './api/taskCollections.ts';
import { workerChannelCollection } from './api/workerChannels.ts';
import { workspaceBody } from './bodies/setUpBodies.ts';
import { queueStatisticsBody, workspaceStatisticsBody } from './bodies/statisticsBodies.ts';
import { acmeBackOffice } from './data/acmeBackOffice.ts';
import { acmeContactCentre } from './data/acmeContactCentre.ts';
import { acmeTravelDesk } from './data/acmeTravelDesk.ts';
import type { SampleWorkspace } from './data/sampleWorkspace.ts';
import { routeTasks } from './replay/routedTasks.ts';
import { deletedAfter } from './replay/taskReplay.ts';
import { workspaceSnapshot, type WorkspaceSnapshot } from './replay/workspaceSnapshot.ts';
import { sampleSid } from './sampleSid.ts';

const builtInWorkspaces = [acmeContactCentre, acmeBackOffice, acmeTravelDesk].map(routeTasks);

export interface SimulationOptions {
  /** Milliseconds since the epoch. Read for each answer, so advancing it advances the Tasks. */
  readonly now: () => number;
  /** Milliseconds since the epoch at which the Tasks' lifecycles start. By default, the present. */
  readonly startedAt?: number;
  /** The start of all links in answers, without a trailing slash. */
  readonly baseUrl?: string;
  /** `AC` and 32 hex digits. */
  readonly accountSid?: string;
  readonly workspaces?: readonly SampleWorkspace[];
}

/**
 * TaskRouter in memory: answers GET requests from the data in `data/` and the clock. It uses
 * neither timers nor the network. A test server adds HTTP.
 */
export class SimulatedTaskRouter {
  readonly accountSid: string;
  readonly workspaces: readonly SampleWorkspace[];
  readonly #now: () => number;
  readonly #baseUrl: string;
  #startedAt: number;
  /** By Workspace SID, then by Task SID. */
  readonly #rawTasks = new Map<string, Map<string, Row>>();
  readonly #removals = new Map<string, number>();
  readonly #collections: Readonly<Record<string, Collection | undefined>>;

  constructor(options: SimulationOptions) {
    this.#now = options.now;
    this.#startedAt = options.startedAt ?? options.now();
    this.#baseUrl = options.baseUrl ?? 'https://taskrouter.twilio.com';
    this.accountSid = options.accountSid ?? sampleSid('AC', 'Acme');
    this.workspaces = options.workspaces?.map(routeTasks) ?? builtInWorkspaces;
    this.#collections = {
      ...setUpCollections,
      Events: eventCollection,
      Tasks: taskCollection(({ workspaceSid }) => [
        ...(this.#rawTasks.get(workspaceSid)?.values() ?? []),
      ]),
    };
  }

  /** The start of all links in answers, without a trailing slash. */
  get baseUrl(): string {
    return this.#baseUrl;
  }

  /**
   * Answers `GET` of a path such as `/v1/Workspaces/WS…/Tasks?PageSize=20`, and of Flex's
   * `/v1/Configuration`.
   *
   * Errors are answers too: 404 with code 20404 for what does not exist (any more), 400 with code
   * 20001 for a malformed SID or parameter.
   */
  get(pathAndQuery: string): ApiAnswer {
    if (!URL.canParse(pathAndQuery, this.#baseUrl)) {
      return notFound(pathAndQuery);
    }
    const { pathname, searchParams } = new URL(pathAndQuery, this.#baseUrl);
    const [version, root, workspaceSid, ...rest] = pathname.slice(1).split('/');
    if (pathname === '/v1/Configuration') {
      return this.#flexConfiguration();
    }
    if (version !== 'v1' || root !== 'Workspaces') {
      return notFound(pathname);
    }
    // The statistics of all Workers or TaskQueues have a name in place of a SID. They are not
    // simulated, but not malformed either.
    const malformed = [workspaceSid, ...rest].find(
      (part, index) =>
        index % 2 === 0 &&
        part !== undefined &&
        !WHOLE_SID.test(part) &&
        !/^\w*Statistics$/.test(part),
    );
    if (malformed !== undefined) {
      return apiError(400, 20001, `Sid ${malformed} is not valid`);
    }
    if (workspaceSid === undefined) {
      return this.#listWorkspaces(searchParams);
    }
    const workspace = this.workspaces.find(({ name }) => sampleSid('WS', name) === workspaceSid);
    return workspace
      ? this.#getInWorkspace(this.#snapshot(workspace), rest, searchParams, pathname)
      : notFound(pathname);
  }

  /**
   * Adds a Task, or replaces the simulated one with that SID, until `removeTask`.
   *
   * @param body sent unchanged. Lists include the Task only if it is a JSON object.
   */
  putTask(workspaceSid: string, taskSid: string, body: string): void {
    const tasks = this.#rawTasks.get(workspaceSid) ?? new Map<string, Row>();
    const revision = (tasks.get(taskSid)?.revision ?? -1) + 1;
    this.#rawTasks.set(workspaceSid, tasks.set(taskSid, rawTask(taskSid, body, revision)));
  }

  /**
   * Deletes a Task now, as TaskRouter does after its end: fetching it answers 404, but its events
   * remain.
   */
  removeTask(workspaceSid: string, taskSid: string): void {
    this.#rawTasks.get(workspaceSid)?.delete(taskSid);
    this.#removals.set(taskSid, this.#now());
  }

  /** Restarts the simulation now, without the Tasks that were put or removed. */
  reset(): void {
    this.#rawTasks.clear();
    this.#removals.clear();
    this.#startedAt = this.#now();
  }

  /** Whether every Task that ends has been deleted, so that nothing will change any more. */
  isOver(): boolean {
    const seconds = (this.#now() - this.#startedAt) / 1000;
    return this.workspaces
      .flatMap(({ tasks }) => tasks.map(deletedAfter))
      .every((end) => end === Infinity || end <= seconds);
  }

  #snapshot(workspace: SampleWorkspace): WorkspaceSnapshot {
    return workspaceSnapshot(workspace, {
      accountSid: this.accountSid,
      baseUrl: this.#baseUrl,
      startedAt: this.#startedAt,
      now: this.#now(),
      removals: this.#removals,
    });
  }

  /**
   * Only the member that is needed. Flex serves it on another host. The first Workspace is Flex's.
   */
  #flexConfiguration(): ApiAnswer {
    const [workspace] = this.workspaces;
    return workspace === undefined
      ? notFound('/v1/Configuration')
      : ok({
          account_sid: this.accountSid,
          taskrouter_workspace_sid: sampleSid('WS', workspace.name),
        });
  }

  #listWorkspaces(query: URLSearchParams): ApiAnswer {
    const rows = this.workspaces.map((workspace, index) =>
      bodyRow(workspaceBody(this.#snapshot(workspace)), index),
    );
    return answerList({
      url: `${this.#baseUrl}/v1/Workspaces`,
      key: 'workspaces',
      query,
      rows: rows.filter(equalFilters(query, { FriendlyName: 'friendly_name' })),
      order: (row) => row.order,
      descending: false,
    });
  }

  #getInWorkspace(
    snapshot: WorkspaceSnapshot,
    [name, sid, below, belowSid, ...rest]: readonly string[],
    query: URLSearchParams,
    path: string,
  ): ApiAnswer {
    if (name === undefined) {
      return found(bodyRow(workspaceBody(snapshot), 0));
    }
    const tasks = () => this.#collections['Tasks']?.rows(snapshot) ?? [];
    if (name === 'RealTimeStatistics' && sid === undefined) {
      return ok(workspaceStatisticsBody(snapshot, tasks().filter(isListable)));
    }
    const collection = this.#collections[name];
    if (!collection || rest.length > 0) {
      return notFound(path);
    }
    if (sid === undefined) {
      return list(collection, snapshot, query, `${snapshot.url}/${name}`);
    }
    const rows = collection.rows(snapshot);
    const row = rows.find((candidate) => candidate.sid === sid);
    if (!row || below === undefined) {
      return row ? found(row) : notFound(path);
    }
    const inner = innerCollection(name, below, sid);
    if (inner !== undefined) {
      if (belowSid === undefined) {
        return list(inner, snapshot, query, `${snapshot.url}/${name}/${sid}/${below}`);
      }
      const innerRow = inner.rows(snapshot).find((candidate) => candidate.sid === belowSid);
      return innerRow ? found(innerRow) : notFound(path);
    }
    const queue = snapshot.workspace.queues[rows.indexOf(row)];
    if (name === 'TaskQueues' && below === 'RealTimeStatistics' && queue && !belowSid) {
      return ok(queueStatisticsBody(snapshot, queue, tasks().filter(isListable)));
    }
    return notFound(path);
  }
}

/** The list below a resource, such as the Reservations of a Task. */
function innerCollection(name: string, below: string, sid: string): Collection | undefined {
  if (name === 'Tasks' && below === 'Reservations') return reservationCollection(sid);
  if (name === 'Workers' && below === 'Channels') return workerChannelCollection(sid);
  return undefined;
}

function list(
  collection: Collection,
  snapshot: WorkspaceSnapshot,
  query: URLSearchParams,
  url: string,
): ApiAnswer {
  const selection = collection.select(query, snapshot);
  if ('invalid' in selection) {
    return apiError(400, 20001, `Invalid value for parameter ${selection.invalid}`);
  }
  const { keep, order = (row: Row) => row.order, descending = false } = selection;
  const rows = collection.rows(snapshot).filter((row) => isListable(row) && keep(row));
  return answerList({ url, key: collection.key, query, rows, order, descending });
}

/** A raw Task that is not a JSON object would make the list invalid. */
function isListable(row: Row): boolean {
  return Object.keys(row.fields).length > 0;
}

function found({ text, revision }: Row): ApiAnswer {
  return {
    status: 200,
    body: text,
    ...(revision !== undefined && { headers: { ETag: `"${revision}"` } }),
  };
}

function ok(body: object): ApiAnswer {
  return { status: 200, body: JSON.stringify(body) };
}

function notFound(path: string): ApiAnswer {
  const resource = path.replace(/^\/v1/, '');
  return apiError(404, 20404, `The requested resource ${resource} was not found`);
}
