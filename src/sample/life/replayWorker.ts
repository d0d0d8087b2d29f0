import type { SampleWorker, SampleWorkspace } from '../data/sampleWorkspace.ts';
import type { TaskState } from './taskState.ts';

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
export function replayWorker(
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
