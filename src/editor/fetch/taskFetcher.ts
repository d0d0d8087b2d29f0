import { l10n, type Uri } from 'vscode';
import { failureOf } from '../../core/failures/failureOf.ts';
import { message } from '../../core/messages/message.ts';
import type { Connection, Connections } from '../../core/profiles/connections.ts';
import { describeForeignHost } from '../../core/references/describeForeignHost.ts';
import { describeMissingTask } from '../../core/references/describeMissingTask.ts';
import type { ParsedTaskReference } from '../../core/references/parseTaskReference.ts';
import { readFetchArgument, type FetchArgument } from '../../core/references/readFetchArgument.ts';
import { shortenSid } from '../../core/sids/shortenSid.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import type { CommandRunner } from '../commands/commandRunner.ts';
import type { Offer } from '../commands/offer.ts';
import { runWithProgress } from '../commands/runWithProgress.ts';
import { showTaskDocument } from '../documents/showTaskDocument.ts';
import type { TaskDocuments } from '../documents/taskDocuments.ts';
import type { RecentWorkspaces } from '../workspaces/recentWorkspaces.ts';
import type { FoundWorkspace, TextPlace, WorkspaceFinder } from '../workspaces/workspaceFinder.ts';
import type { WorkspaceNames } from '../workspaces/workspaceNames.ts';
import { activePlace, type ActivePlace } from './activePlace.ts';
import { askForTask } from './askForTask.ts';
import { readClipboard } from './readClipboard.ts';

export interface TaskFetcherParts {
  readonly connections: Connections;
  readonly store: TaskStore;
  readonly documents: TaskDocuments;
  readonly finder: WorkspaceFinder;
  readonly recent: RecentWorkspaces;
  readonly names: WorkspaceNames;
  readonly runner: CommandRunner;
}

/** Which Task is meant, and the text that it was named in. */
interface Target {
  readonly reference: ParsedTaskReference;
  readonly place?: TextPlace | undefined;
}

/** Fetch TaskRouter Task: from whatever names a Task to its document. */
export class TaskFetcher {
  readonly #parts: TaskFetcherParts;
  readonly #enterAnother: Offer = {
    title: message('Enter a Task SID…'),
    run: () => this.fetch(undefined),
  };

  constructor(parts: TaskFetcherParts) {
    this.#parts = parts;
  }

  /** The Uri of the Task's document; nothing if cancelled, refused, or told that it is gone. */
  async fetch(argument: unknown): Promise<Uri | undefined> {
    const { connections, runner } = this.#parts;
    const asked = readFetchArgument(argument);
    if (asked.kind === 'refused') {
      runner.tell('error', asked.reason, [this.#enterAnother]);
      return undefined;
    }
    const connection = connections.open(asked.kind === 'reference' ? asked.profileId : undefined);
    const target = await this.#findTarget(asked, connection);
    if (target === undefined) return undefined;
    const foreign = describeForeignHost(target.reference, connection.profile);
    if (foreign !== undefined) {
      runner.tell('error', foreign, [this.#enterAnother]);
      return undefined;
    }

    const workspace = await this.#findWorkspace(target, connection);
    return workspace && this.#open(connection, target.reference.taskSid, workspace);
  }

  async #findTarget(
    asked: Exclude<FetchArgument, { kind: 'refused' }>,
    { profile }: Connection,
  ): Promise<Target | undefined> {
    const here = activePlace();
    if (here?.reference !== undefined && (asked.kind === 'menu' || isMenuOfTask(asked, here))) {
      return { reference: here.reference, place: here };
    }
    if (asked.kind === 'reference') return placed(asked.reference, here);
    const suggestion = here?.suggestion ?? '';
    const prefill = suggestion === '' ? await readClipboard() : suggestion;
    const reference = await askForTask(profile, prefill);
    return reference && placed(reference, here);
  }

  async #findWorkspace(
    { reference, place }: Target,
    connection: Connection,
  ): Promise<FoundWorkspace | undefined> {
    const { workspaceSid, nearbyWorkspaceSid } = reference;
    if (workspaceSid !== undefined) return { workspaceSid, origin: 'given' };
    return nearbyWorkspaceSid === undefined
      ? this.#parts.finder.find(connection, place)
      : { workspaceSid: nearbyWorkspaceSid, origin: 'line' };
  }

  async #open(
    connection: Connection,
    taskSid: string,
    workspace: FoundWorkspace,
  ): Promise<Uri | undefined> {
    const { store, documents, recent, runner } = this.#parts;
    const { profile } = connection;
    const task = { profileId: profile.id, workspaceSid: workspace.workspaceSid, taskSid };
    try {
      await runWithProgress(l10n.t('Fetching Task {0}…', shortenSid(taskSid)), (signal) =>
        store.fetch(task, signal),
      );
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      if (failure.kind === 'notFound') this.#tellMissing(connection, taskSid, workspace);
      else runner.tellFailure(failure, () => this.#open(connection, taskSid, workspace));
      return undefined;
    }
    const uri = await showTaskDocument(task, documents);
    // Not to find the Workspace next time is no reason to fail now.
    await recent.remember(profile, task.workspaceSid).catch(() => undefined);
    return uri;
  }

  /** A Task that is not there is an answer and no fault, and may be elsewhere if that was a guess. */
  #tellMissing(connection: Connection, taskSid: string, workspace: FoundWorkspace): void {
    const { finder, names, runner } = this.#parts;
    const { workspaceSid, origin } = workspace;
    const label = names.label(connection.profile.id, workspaceSid);
    const chooseAnother = {
      title: message('Choose Another Workspace…'),
      run: async () => {
        const other = await finder.ask(connection, workspaceSid);
        return other === undefined ? undefined : this.#open(connection, taskSid, other);
      },
    };
    const text = describeMissingTask(shortenSid(taskSid), label, origin);
    runner.tell('information', text, [origin === 'only' ? this.#enterAnother : chooseAnother]);
  }
}

/** The place of a Task in the active editor's text, where it says more: only if it names the Task. */
function placed(reference: ParsedTaskReference, here: ActivePlace | undefined): Target {
  if (here === undefined) return { reference };
  const before = here.text.lastIndexOf(reference.taskSid, here.offset);
  const offset = before < 0 ? here.text.indexOf(reference.taskSid) : before;
  return offset < 0 ? { reference } : { reference, place: { text: here.text, offset } };
}

/**
 * Whether a Task's own document is what a menu was opened on, over another Task's SID: there, as in
 * any file, the SID under the cursor counts.
 */
function isMenuOfTask(asked: FetchArgument, here: ActivePlace): boolean {
  if (asked.kind !== 'reference' || asked.isDocument !== true || here.task === undefined) {
    return false;
  }
  const { workspaceSid, taskSid } = asked.reference;
  return (
    here.task.profileId === asked.profileId &&
    here.task.workspaceSid === workspaceSid &&
    here.task.taskSid === taskSid &&
    here.reference?.taskSid !== taskSid
  );
}
