import type { Uri } from 'vscode';
import { message } from '../../core/messages/message.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { describeMissingTask, type SearchScope } from '../../core/references/describeMissing.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import type { Workspace } from '../../core/taskrouter/workspace.ts';
import type { NotificationAction } from '../commands/commandRunner.ts';
import type { LoadedServices } from '../services.ts';
import type { WorkspaceHints } from '../workspaces/workspaceFinder.ts';
import { tryAnotherProfile } from './profileActions.ts';

/** The ways to fetch another Task, or the same one elsewhere. */
interface FetchActions {
  /** Asks for another Task. */
  readonly enterAnother: NotificationAction;
  /** Fetch TaskRouter Task, with its argument. */
  readonly fetch: (argument: unknown) => Promise<Uri | undefined>;
  /** Searches for a Task in all Workspaces. */
  readonly find: (
    profile: Profile,
    taskSid: string,
    hints: WorkspaceHints,
  ) => Promise<Uri | undefined>;
}

type MissingTaskServices = Pick<LoadedServices, 'profiles' | 'workspaceNames' | 'runner'>;

/** The Workspace that is stated for a Task, in the same reference or in the line around it. */
export interface StatedWorkspace {
  readonly workspaceSid: string;
  readonly origin: 'given' | 'line';
}

/** Reports that a Task does not exist, and shows what is left of it or where else it may be. */
export class MissingTask {
  readonly #services: MissingTaskServices;
  readonly #display: TaskDisplay;
  readonly #actions: FetchActions;

  constructor(services: MissingTaskServices, display: TaskDisplay, actions: FetchActions) {
    this.#services = services;
    this.#display = display;
    this.#actions = actions;
  }

  /** A missing Task is an answer and not an error. The Task may be in another Workspace. */
  async reportMissingIn(
    profile: Profile,
    taskSid: string,
    { workspaceSid, origin }: StatedWorkspace,
  ): Promise<void> {
    const { workspaceNames } = this.#services;
    const place = { kind: origin, workspace: workspaceNames.label(profile.id, workspaceSid) };
    await this.#tell(profile, taskSid, place, [workspaceSid], {
      title: message('Search Other Workspaces'),
      run: () => this.#actions.find(profile, taskSid, { ruledOut: [workspaceSid] }),
    });
  }

  async reportMissingEverywhere(
    profile: Profile,
    taskSid: string,
    workspaces: readonly Workspace[],
  ): Promise<void> {
    const { profiles, workspaceNames } = this.#services;
    const { fetch, enterAnother } = this.#actions;
    const [first] = workspaces;
    const place: SearchScope =
      first !== undefined && workspaces.length === 1
        ? {
            kind: 'only',
            workspace: workspaceNames.label(profile.id, first.sid),
            profile: profile.name,
          }
        : { kind: 'all', count: workspaces.length, profile: profile.name };
    const others = tryAnotherProfile(profiles, (other) => fetch({ taskSid, profile: other }));
    const sids = workspaces.map(({ sid }) => sid);
    await this.#tell(profile, taskSid, place, sids, ...others, enterAnother);
  }

  /** Shows what is left of a Task, or offers to, with the other actions. */
  async #tell(
    profile: Profile,
    taskSid: string,
    place: SearchScope,
    workspaceSids: readonly string[],
    ...offers: readonly NotificationAction[]
  ): Promise<void> {
    const { runner } = this.#services;
    const display = this.#display;
    const gone = { profileId: profile.id, taskSid, workspaceSids };
    const tellNothingLeft = (ways: readonly NotificationAction[]) => {
      const text = message(
        'TaskRouter has nothing about Task {0} any more. It keeps events for 30 days.',
        shortenSid(taskSid),
      );
      runner.showMessage('information', text, ways);
    };
    if (display.showsDeleted && workspaceSids.length > 0) {
      // The events were already looked for, so that the action is not offered again.
      if (!(await display.showDeleted(gone))) tellNothingLeft(offers);
      return;
    }
    const showGone = {
      title: message('Show What Happened'),
      run: async () => {
        if (!(await display.showDeleted(gone))) tellNothingLeft([this.#actions.enterAnother]);
      },
    };
    const ways = workspaceSids.length === 0 ? offers : [showGone, ...offers];
    runner.showMessage('information', describeMissingTask(shortenSid(taskSid), place), ways);
  }
}

/** A Task that no longer exists in any of these Workspaces. */
export interface DeletedTask {
  readonly profileId: string;
  readonly taskSid: string;
  readonly workspaceSids: readonly string[];
}

/** How Tasks are shown: as JSON, or on a page. */
export interface TaskDisplay {
  /** Shows a fetched Task. Returns the Uri of its JSON document. */
  show(task: ProfiledTask): Promise<Uri>;

  /** Whether a deleted Task is shown at once, and not only offered. */
  readonly showsDeleted: boolean;

  /** Shows what is left of a deleted Task. Returns `false` if nothing is. */
  showDeleted(gone: DeletedTask): Promise<boolean>;
}
