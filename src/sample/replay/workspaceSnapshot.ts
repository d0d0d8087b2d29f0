import type { SampleWorker, SampleWorkspace } from '../data/sampleWorkspace.ts';
import { sampleSid, sidIn } from '../sampleSid.ts';
import { replayTask, type ReservationState, type TaskState } from './taskReplay.ts';

/** A Workspace at one moment. All answers are generated from it. */
export interface WorkspaceSnapshot {
  readonly accountSid: string;
  readonly workspaceSid: string;
  /** Absolute URL of the Workspace. */
  readonly url: string;
  readonly workspace: SampleWorkspace;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** All Tasks created so far, including deleted ones. */
  readonly tasks: readonly TaskState[];
  readonly workers: readonly WorkerState[];
}

export interface SnapshotOptions {
  readonly accountSid: string;
  /** Base URL of the API, such as `https://taskrouter.twilio.com`. */
  readonly baseUrl: string;
  readonly startedAt: number;
  readonly now: number;
  /** When Tasks were deleted by hand, by Task SID. */
  readonly removals: ReadonlyMap<string, number>;
}

/** Replays the lifecycles of all Tasks and Workers of a Workspace up to now. */
export function workspaceSnapshot(
  workspace: SampleWorkspace,
  { accountSid, baseUrl, startedAt, now, removals }: SnapshotOptions,
): WorkspaceSnapshot {
  const tasks = workspace.tasks.flatMap((task) => {
    const removedAt = removals.get(sidIn(workspace, 'WT', task.key));
    return replayTask(task, startedAt, now, removedAt) ?? [];
  });
  const timeouts = tasks
    .flatMap((task) => task.reservations)
    .filter(({ status }) => status === 'timeout');
  const workspaceSid = sampleSid('WS', workspace.name);
  return {
    accountSid,
    workspaceSid,
    url: `${baseUrl}/v1/Workspaces/${workspaceSid}`,
    workspace,
    startedAt,
    now,
    tasks,
    workers: workspace.workers.map((worker) =>
      replayWorker(worker, workspace, timeouts, startedAt, now),
    ),
  };
}

/** A Worker at some moment. All times are milliseconds since the epoch. */
export interface WorkerState {
  readonly worker: SampleWorker;
  readonly activity: string;
  readonly since: number;
  /** Oldest first. The last one is current. */
  readonly changes: readonly ActivityChange[];
}

export interface ActivityChange {
  readonly activity: string;
  readonly at: number;
  /** Absent for the first. */
  readonly previous?: { readonly activity: string; readonly at: number };
}

/**
 * A Worker's Activities up to `now`: those that the Worker chose, and the one that TaskRouter sets
 * when a Reservation times out.
 *
 * @param timeouts the Reservations of all Workers that timed out by then
 */
function replayWorker(
  worker: SampleWorker,
  workspace: SampleWorkspace,
  timeouts: readonly ReservationState[],
  startedAt: number,
  now: number,
): WorkerState {
  const chosen = worker.shifts.map(({ at, activity }) => ({ activity, at: startedAt + at * 1000 }));
  const imposed = timeouts
    .filter(({ worker: name }) => name === worker.name)
    .map(({ updatedAt }) => ({ activity: workspace.timeoutActivity, at: updatedAt }));
  const past = [...chosen, ...imposed]
    .filter(({ at }) => at <= now)
    .sort((one, other) => one.at - other.at);
  const changes = past.flatMap((change, index): ActivityChange[] => {
    const previous = past[index - 1];
    return previous ? [{ ...change, previous }] : [change];
  });
  const current = changes.at(-1);
  return {
    worker,
    activity: current?.activity ?? workspace.timeoutActivity,
    since: current?.at ?? startedAt,
    changes,
  };
}
