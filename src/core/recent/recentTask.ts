import type { Profile } from '../profiles/profile.ts';
import type { ProfiledTask } from '../resources/resourceReference.ts';
import type { TaskSummary } from '../taskrouter/taskSummary.ts';

/** A Task that was fetched, or is to be kept at hand. */
export interface RecentTask {
  readonly task: ProfiledTask;
  readonly pinned: boolean;
  /** What the latest fetch in this window brought; absent for a pin that none has fetched yet. */
  readonly known?: {
    readonly summary: TaskSummary;
    /** In ms since the epoch. */
    readonly fetchedAt: number;
  };
  /** Whether it was not there any more when it was last asked for. */
  readonly gone: boolean;
  /** The profile as it was, if it has another account or host by now. */
  readonly left?: Profile;
}
