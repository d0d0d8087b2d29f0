import { l10n, window, type QuickPickItem } from 'vscode';
import { untilAborted } from '../../core/base/async.ts';
import { assertNotMoved } from '../../core/profiles/connection.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { plainSid } from '../../core/references/plainNotation.ts';
import type { ProfiledResource, ProfiledTask } from '../../core/resources/resourceReference.ts';
import { parseSid } from '../../core/sids/parseSid.ts';
import { describeSidFault } from '../../core/sids/sidFault.ts';
import type { Failure } from '../../core/taskrouter/failure.ts';
import { describeResource } from '../../core/taskrouter/resourceLabel.ts';
import type { Workspace } from '../../core/taskrouter/workspace.ts';
import {
  searchWorkspaces,
  type SearchResult,
  type WorkspaceSearch,
} from '../../core/tasks/search/workspaceSearch.ts';
import { isDocumentOpen } from '../documents/taskUri.ts';
import type { LoadedServices } from '../services.ts';
import { failureSentence } from '../ui/failureSentence.ts';
import { localize } from '../ui/localize.ts';
import { plainText } from '../ui/plainText.ts';
import { runWithProgress } from '../ui/progress.ts';
import { askFor } from '../ui/quickInput.ts';

type FinderServices = Pick<
  LoadedServices,
  'connections' | 'store' | 'recentWorkspaces' | 'workspaceNames'
>;

/** A Task or another resource that was given without its Workspace. */
interface ResourceLookup<R extends ProfiledResource> {
  readonly sid: string;
  /** The resource, assuming that it is in that Workspace. */
  readonly resourceIn: WorkspaceSearch<R>['resourceIn'];
}

/** What is already known about its Workspace. */
export interface WorkspaceHints {
  /** Stated near the SID. */
  readonly nearby?: string | undefined;
  /** Workspaces that are known not to have the resource. */
  readonly ruledOut?: readonly string[];
}

export type FoundWorkspace<R extends ProfiledResource> =
  /** The resource is in the store. */
  | { readonly kind: 'found'; readonly resource: R }
  /** It is in none of these, which are all Workspaces of the profile. */
  | { readonly kind: 'missing'; readonly workspaces: readonly Workspace[] }
  /** The user entered a Workspace, which was not searched yet. */
  | { readonly kind: 'named'; readonly resource: R };

/** Finds the Workspace of a Task or another resource that was given without it. */
export class WorkspaceFinder {
  readonly #services: FinderServices;

  constructor(services: FinderServices) {
    this.#services = services;
  }

  /**
   * Searches the hinted Workspaces first, then that of the profile's last successful fetch, then
   * all others, with progress if it takes long. The user is asked for a Workspace only if they
   * cannot be listed. Returns `undefined` if that is cancelled.
   */
  async find<R extends ProfiledResource>(
    profile: Profile,
    sought: ResourceLookup<R>,
    hints: WorkspaceHints,
  ): Promise<FoundWorkspace<R> | undefined> {
    const what = localize(describeResource(sought.sid));
    const result = await runWithProgress(l10n.t('Looking for {0}…', what), (signal) =>
      this.search(profile, sought, hints, signal),
    );
    if (result.kind !== 'listFailed') return result;
    const way = await pickRecovery(what, result.failure);
    if (way === 'retry') return this.find(profile, sought, { ruledOut: result.ruledOut });
    const workspaceSid = way && (await askForWorkspaceSid(what));
    return workspaceSid === undefined
      ? undefined
      : { kind: 'named', resource: sought.resourceIn(workspaceSid) };
  }

  /**
   * Searches in the same order without a notification, for callers that show progress themselves.
   */
  async search<R extends ProfiledResource>(
    profile: Profile,
    { resourceIn }: ResourceLookup<R>,
    hints: WorkspaceHints,
    signal: AbortSignal,
  ): Promise<SearchResult<R>> {
    const { connections, store, recentWorkspaces, workspaceNames } = this.#services;
    // Opened anew, as an action may be chosen long after the profile's credentials were replaced.
    const { source, profile: current } = await untilAborted(connections.open(profile.id), signal);
    assertNotMoved(profile, current);
    const guesses = [hints.nearby, recentWorkspaces.get(profile)].filter(
      (sid) => sid !== undefined,
    );
    const search = { resourceIn, guesses, ruledOut: hints.ruledOut ?? [] };
    const parts = {
      store,
      source,
      onWorkspaces: workspaceNames.add.bind(workspaceNames, profile.id),
      isOpen: isDocumentOpen,
    };
    return searchWorkspaces(search, parts, signal);
  }
}

/**
 * Asks for a Workspace SID. Returns `undefined` if cancelled.
 *
 * @param what is being searched for
 */
function askForWorkspaceSid(what: string): Promise<string | undefined> {
  return askFor({
    title: l10n.t('Workspace of {0}', what),
    prompt: l10n.t('A Workspace SID is WS and 32 hex digits'),
    placeholder: 'WS…',
    value: '',
    read: (text) => {
      const result = parseSid(plainSid(text), 'WS');
      return result.valid
        ? { valid: true, value: result.sid }
        : { valid: false, reason: describeSidFault(result.fault) };
    },
  });
}

/** What the user can do if a profile's Workspaces cannot be listed. */
type RecoveryAction = 'retry' | 'enter';

interface RecoveryItem extends QuickPickItem {
  readonly action: RecoveryAction;
}

/**
 * Shows why the Workspaces could not be listed, and lets the user choose. Returns `undefined` if
 * cancelled.
 *
 * @param what is being searched for
 */
async function pickRecovery(what: string, failure: Failure): Promise<RecoveryAction | undefined> {
  const items: readonly RecoveryItem[] = [
    {
      label: l10n.t('$(refresh) Try Again'),
      detail: plainText(localize(failureSentence(failure))),
      action: 'retry',
    },
    { label: l10n.t('$(edit) Enter a Workspace SID…'), action: 'enter' },
  ];
  const chosen = await window.showQuickPick(items, {
    title: l10n.t('Select the Workspace of {0}', what),
    placeHolder: l10n.t('Could not list the Workspaces'),
    ignoreFocusOut: true,
  });
  return chosen?.action;
}

/** The lookup of a Task that was given without its Workspace. */
export function taskLookup(
  { id: profileId }: Profile,
  taskSid: string,
): ResourceLookup<ProfiledTask> {
  return { sid: taskSid, resourceIn: (workspaceSid) => ({ profileId, workspaceSid, taskSid }) };
}
