import { l10n, workspace } from 'vscode';
import type { Connections } from '../../core/profiles/connections.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { shortenSid } from '../../core/sids/shortenSid.ts';
import type { ProfiledTask } from '../../core/tasks/profiledTask.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import { untilAborted } from '../../core/untilAborted.ts';
import { searchWorkspaces, type SearchResult } from '../../core/workspaces/searchWorkspaces.ts';
import { runWithProgress } from '../commands/runWithProgress.ts';
import { taskUri } from '../documents/taskUri.ts';
import type { RecentWorkspaces } from './recentWorkspaces.ts';
import type { WorkspaceNames } from './workspaceNames.ts';

export interface WorkspaceFinderParts {
  readonly connections: Connections;
  readonly store: TaskStore;
  readonly recent: RecentWorkspaces;
  readonly names: WorkspaceNames;
}

/** What is known beforehand of the Workspace of a Task. */
export interface WorkspaceHints {
  /** It stands near the Task's SID. */
  readonly nearby?: string | undefined;
  /** The Task is known not to be there. */
  readonly ruledOut?: readonly string[];
}

/** Finds the Workspace of a Task that was named alone, without a question to anybody. */
export class WorkspaceFinder {
  readonly #parts: WorkspaceFinderParts;

  constructor(parts: WorkspaceFinderParts) {
    this.#parts = parts;
  }

  /**
   * Looks where hints point, where the profile's last good fetch was, and everywhere else; says so
   * while it takes long. What was found is in the store.
   */
  async find(profile: Profile, taskSid: string, hints: WorkspaceHints): Promise<SearchResult> {
    return runWithProgress(l10n.t('Looking for Task {0}…', shortenSid(taskSid)), (signal) =>
      this.search(profile, taskSid, hints, signal),
    );
  }

  /** As {@link find}, for whoever says himself that it is under way. */
  async search(
    profile: Profile,
    taskSid: string,
    hints: WorkspaceHints,
    signal: AbortSignal,
  ): Promise<SearchResult> {
    const { connections, store, recent, names } = this.#parts;
    // Not handed over: an offer can be taken up long after the profile's credentials were replaced.
    const { source } = await untilAborted(connections.open(profile.id), signal);
    const guesses = [hints.nearby, recent.get(profile)].filter((sid) => sid !== undefined);
    const search = { profileId: profile.id, taskSid, guesses, ruledOut: hints.ruledOut ?? [] };
    const parts = { store, source, learn: names.learn.bind(names, profile.id), isOpen };
    return searchWorkspaces(search, parts, signal);
  }
}

function isOpen(task: ProfiledTask): boolean {
  const uri = taskUri(task).toString();
  return workspace.textDocuments.some((document) => document.uri.toString() === uri);
}
