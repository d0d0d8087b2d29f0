import type { Uri } from 'vscode';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';

/** A Task that is in none of these Workspaces any more. */
export interface GoneTask {
  readonly profileId: string;
  readonly taskSid: string;
  readonly workspaceSids: readonly string[];
}

/** How Tasks are shown: as text, or on a page. */
export interface TaskDisplay {
  /** Shows a Task that was fetched; the result is the Uri of its JSON document. */
  show(task: ProfiledTask): Promise<Uri>;

  /** Whether a Task that is gone is shown at once, and not only offered. */
  readonly showsGone: boolean;

  /** Shows what is left of a Task that is gone; false if nothing is. */
  showGone(gone: GoneTask): Promise<boolean>;
}
