import type { SampleWorkspace } from '../data/sampleWorkspace.ts';
import { sampleSid } from '../sampleSid.ts';
import { sidIn } from '../sidIn.ts';
import { replayTask } from './replayTask.ts';
import { replayWorker, type WorkerState } from './replayWorker.ts';
import type { TaskState } from './taskState.ts';

/** All of a Workspace at one moment: what every answer about it is made from. */
export interface WorkspaceMoment {
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

export interface MomentOptions {
  readonly accountSid: string;
  /** Of the API, such as `https://taskrouter.twilio.com`. */
  readonly baseUrl: string;
  readonly startedAt: number;
  readonly now: number;
  /** When Tasks were deleted by hand, by SID. */
  readonly removals: ReadonlyMap<string, number>;
}

/** Plays the lives of all Tasks and Workers of a Workspace up to now. */
export function workspaceMoment(
  workspace: SampleWorkspace,
  { accountSid, baseUrl, startedAt, now, removals }: MomentOptions,
): WorkspaceMoment {
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
