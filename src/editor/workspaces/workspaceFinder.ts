import type { Connection } from '../../core/profiles/connections.ts';
import type { WorkspaceOrigin } from '../../core/references/describeMissingTask.ts';
import { guessWorkspace } from '../../core/references/guessWorkspace.ts';
import { settlesWithin } from '../../core/settlesWithin.ts';
import type { Workspace } from '../../core/tasks/workspace.ts';
import { pickWorkspace } from './pickWorkspace.ts';
import type { RecentWorkspaces } from './recentWorkspaces.ts';
import type { WorkspaceNames } from './workspaceNames.ts';

/** The Workspace to look in, and how sure that is. */
export interface FoundWorkspace {
  readonly workspaceSid: string;
  readonly origin: WorkspaceOrigin;
}

/** A place in a text: what stands around it may say the Workspace. */
export interface TextPlace {
  readonly text: string;
  readonly offset: number;
}

/** How long a list may take to turn out to be of one, before the user sees it being read. */
const PATIENCE_MS = 250;

/** Finds the Workspace of a Task that was named alone: by its surroundings, by habit, or by asking. */
export class WorkspaceFinder {
  readonly #recent: RecentWorkspaces;
  readonly #names: WorkspaceNames;

  constructor(recent: RecentWorkspaces, names: WorkspaceNames) {
    this.#recent = recent;
    this.#names = names;
  }

  /** Nothing if the user was asked and chose none. */
  async find(
    connection: Connection,
    place: TextPlace | undefined,
  ): Promise<FoundWorkspace | undefined> {
    const nearby = place === undefined ? undefined : guessWorkspace(place.text, place.offset);
    if (nearby !== undefined) return { workspaceSid: nearby.workspaceSid, origin: nearby.where };
    const recent = this.#recent.get(connection.profile);
    if (recent !== undefined) return { workspaceSid: recent, origin: 'recent' };
    return this.ask(connection);
  }

  /**
   * The profile's only Workspace, or the one that the user chooses.
   *
   * @param except where the Task is known not to be
   */
  async ask(connection: Connection, except?: string): Promise<FoundWorkspace | undefined> {
    const controller = new AbortController();
    const first = this.#list(connection, controller.signal);
    if (except === undefined && (await settlesWithin(first, PATIENCE_MS))) {
      const single = await first.then(
        (all) => (all.length === 1 ? all[0] : undefined),
        // The list shows the failure, with ways on.
        () => undefined,
      );
      if (single !== undefined) return { workspaceSid: single.sid, origin: 'only' };
    }

    const loads = [first];
    const load = () => loads.pop() ?? this.#list(connection, controller.signal);
    try {
      const workspaceSid = await pickWorkspace(load, except);
      return workspaceSid === undefined ? undefined : { workspaceSid, origin: 'chosen' };
    } finally {
      controller.abort();
    }
  }

  async #list({ profile, source }: Connection, signal: AbortSignal): Promise<readonly Workspace[]> {
    const all: Workspace[] = [];
    for await (const page of source.listWorkspaces(signal)) all.push(...page);
    this.#names.learn(profile.id, all);
    return all;
  }
}
