import type { SampleWorker, SampleWorkspace } from '../data/sampleWorkspace.ts';
import { sampleSid, sidIn } from '../sampleSid.ts';
import { replayTask, type TaskState } from './taskReplay.ts';

/** All of a Workspace at one moment: what every answer about it is made from. */
export interface WorkspaceSnapshot {
  readonly accountSid: string;
  readonly workspaceSid: string;
  /** Of the Workspace, absolute. */
  readonly url: string;
  readonly workspace: SampleWorkspace;
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  /** Milliseconds since the epoch. */
  readonly now: number;
  /** Those that were created by now, deleted ones included. */
  readonly tasks: readonly TaskState[];
  readonly workers: readonly WorkerState[];
}

export interface SnapshotOptions {
  readonly accountSid: string;
  /** Of the API, such as `https://taskrouter.twilio.com`. */
  readonly baseUrl: string;
  readonly startedAt: number;
  readonly now: number;
  /** When Tasks were deleted by hand, by SID. */
  readonly removals: ReadonlyMap<string, number>;
}

/** Plays the lives of all Tasks and Workers of a Workspace up to now. */
export function workspaceSnapshot(
  workspace: SampleWorkspace,
  { accountSid, baseUrl, startedAt, now, removals }: SnapshotOptions,
): WorkspaceSnapshot {
  const tasks = workspace.tasks.flatMap((task) => {
    const removedAt = removals.get(sidIn(workspace, 'WT', task.key));
    return replayTask(task, startedAt, now, removedAt) ?? [];
  });
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
      replayWorker(worker, workspace, tasks, startedAt, now),
    ),
  };
}

/** A Worker at some moment. All times are milliseconds since the epoch. */
export interface WorkerState {
  readonly worker: SampleWorker;
  readonly activity: string;
  readonly since: number;
  /** Oldest first; the last one is the present. */
  readonly changes: readonly ActivityChange[];
}

export interface ActivityChange {
  readonly activity: string;
  readonly at: number;
  /** Absent for the first. */
  readonly previous?: { readonly activity: string; readonly at: number };
}

/**
 * What a Worker was doing, up to `now`: what they chose, and the activity that TaskRouter puts them
 * in when they let a reservation time out.
 *
 * @param tasks the Tasks of the Workspace at that moment
 */
function replayWorker(
  worker: SampleWorker,
  workspace: SampleWorkspace,
  tasks: readonly TaskState[],
  startedAt: number,
  now: number,
): WorkerState {
  const chosen = worker.shifts.map(({ at, activity }) => ({ activity, at: startedAt + at * 1000 }));
  const timeouts = tasks
    .flatMap((task) => task.reservations)
    .filter(({ worker: name, status }) => name === worker.name && status === 'timeout')
    .map(({ updatedAt }) => ({ activity: workspace.timeoutActivity, at: updatedAt }));
  const past = [...chosen, ...timeouts]
    .filter(({ at }) => at <= now)
    .sort((one, other) => one.at - other.at);
  const changes = past.flatMap((change, index): ActivityChange[] => {
    const previous = past[index - 1];
    return previous ? [{ ...change, previous }] : [change];
  });
  const present = changes.at(-1);
  return {
    worker,
    activity: present?.activity ?? workspace.timeoutActivity,
    since: present?.at ?? startedAt,
    changes,
  };
}
