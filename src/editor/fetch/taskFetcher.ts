import { l10n, type Uri } from 'vscode';
import { settlesWithin, untilAborted } from '../../core/base/async.ts';
import { message } from '../../core/messages/message.ts';
import { assertNotMoved, type Connection } from '../../core/profiles/connection.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import { readFetchArgument, type FetchArgument } from '../../core/references/commandArgument.ts';
import type { PastedTasks } from '../../core/references/findReference.ts';
import {
  nearbyWorkspace,
  referenceText,
  type NearbyWorkspace,
  type ParsedTaskReference,
} from '../../core/references/parseTaskReference.ts';
import { describeForeignHost, profilesOfHost } from '../../core/references/statedHost.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import { isSameSid, shortenSid } from '../../core/sids/sid.ts';
import { asFailure } from '../../core/taskrouter/failure.ts';
import { RecentTasks } from '../../core/tasks/recentTasks.ts';
import type { NotificationAction } from '../commands/commandRunner.ts';
import { isDocumentOpen, taskUri } from '../documents/taskUri.ts';
import type { LoadedServices } from '../services.ts';
import { PinnedTasks } from '../sidebar/pinnedTasks.ts';
import { runWithProgress } from '../ui/progress.ts';
import {
  taskLookup,
  type WorkspaceFinder,
  type WorkspaceHints,
} from '../workspaces/workspaceFinder.ts';
import { editorPosition, type EditorPosition, type TextPosition } from './editorPosition.ts';
import { MissingTask, type StatedWorkspace, type TaskDisplay } from './missingTask.ts';
import { actionsForHost } from './profileActions.ts';
import { SeveralTasks } from './severalTasks.ts';
import { askForTask, pickTasks, readClipboard, type AskedTask } from './taskPrompt.ts';

type TaskFetcherServices = Pick<
  LoadedServices,
  | 'context'
  | 'chooseProfile'
  | 'profiles'
  | 'connections'
  | 'store'
  | 'recentWorkspaces'
  | 'workspaceNames'
  | 'runner'
>;

/** What is in memory is shown if the answer takes longer, as two texts in a row are a distraction. */
const KEPT_TASK_DELAY_MS = 150;

/** A Task reference, with the text that contains it. */
interface Target {
  readonly reference: ParsedTaskReference;
  readonly position?: TextPosition | undefined;
}

/** Fetch TaskRouter Task: resolves a reference to a Task, and shows its document. */
export class TaskFetcher {
  readonly #services: TaskFetcherServices;
  readonly #finder: WorkspaceFinder;
  readonly #display: TaskDisplay;
  readonly #several: SeveralTasks;
  readonly #missing: MissingTask;
  readonly #enterAnother: NotificationAction = {
    title: message('Enter a Task SID…'),
    run: () => this.fetch(undefined),
  };

  constructor(services: TaskFetcherServices, finder: WorkspaceFinder, display: TaskDisplay) {
    this.#services = services;
    this.#finder = finder;
    this.#display = display;
    this.#missing = new MissingTask(services, display, {
      enterAnother: this.#enterAnother,
      fetch: (argument) => this.fetch(argument),
      find: (profile, taskSid, hints) => this.#find(profile, taskSid, hints),
    });
    this.#several = new SeveralTasks(services, finder, (profile, task) =>
      this.#show(profile, task),
    );
  }

  /**
   * Returns the Uri of the Task's document, or `undefined` if cancelled, refused, or reported as
   * missing.
   */
  async fetch(argument: unknown): Promise<Uri | undefined> {
    const asked = readFetchArgument(argument);
    if (asked.kind === 'refused') {
      this.#services.runner.showMessage('error', asked.reason, [this.#enterAnother]);
      return undefined;
    }
    const named = 'profileId' in asked ? asked.profileId : undefined;
    const connection = await this.#connect(named);
    if (connection === undefined) return undefined;
    const { profile } = connection;
    if (asked.kind === 'several') return this.#pick(profile, asked.pasted);
    const here = editorPosition();
    if (here?.several !== undefined && asked.kind !== 'reference') {
      return this.#pick(profile, { text: here.text, tasks: here.several });
    }
    const target = await this.#findTarget(asked, here, connection);
    return target && this.#fetchAsked(profile, target);
  }

  /** Asks for a Task, with a prefilled reference from elsewhere. */
  async propose(text: string): Promise<Uri | undefined> {
    const profile = (await this.#connect(undefined))?.profile;
    const asked = profile && (await this.#ask(profile, text));
    return asked && this.#fetchAsked(profile, asked);
  }

  #fetchAsked(profile: Profile, asked: Target | PastedTasks): Promise<Uri | undefined> {
    return 'tasks' in asked ? this.#pick(profile, asked) : this.#fetchTarget(profile, asked);
  }

  /** Asks which of several Tasks to open. */
  async #pick(profile: Profile, { text, tasks }: PastedTasks): Promise<Uri | undefined> {
    const picked = await pickTasks(text, tasks);
    return picked && this.#several.fetch(profile, text, picked);
  }

  /** Returns `undefined` if the user selects no profile. */
  async #connect(profileId: string | undefined): Promise<Connection | undefined> {
    const { chooseProfile, connections } = this.#services;
    const chosen = await chooseProfile(profileId);
    if (chosen === undefined) return undefined;
    return runWithProgress(l10n.t('Reading the credentials…'), (signal) =>
      untilAborted(connections.open(chosen), signal),
    );
  }

  #fetchWith({ id, name }: Profile, reference: ParsedTaskReference): NotificationAction {
    return {
      title: message('Fetch with “{0}”', name),
      run: () => this.fetch({ taskSid: referenceText(reference), profile: id }),
    };
  }

  async #findTarget(
    asked: Exclude<FetchArgument, { kind: 'refused' | 'several' }>,
    here: EditorPosition | undefined,
    { profile }: Connection,
  ): Promise<Target | PastedTasks | undefined> {
    if (here?.reference !== undefined && (asked.kind === 'menu' || isMenuOfTask(asked, here))) {
      return { reference: here.reference, position: here };
    }
    if (asked.kind === 'reference') return withPosition(asked.reference, here);
    const suggestion = here?.suggestion ?? '';
    const prefill = suggestion === '' ? await readClipboard() : suggestion;
    const answer = await this.#ask(profile, prefill);
    return answer === undefined || 'tasks' in answer
      ? answer
      : withPosition(answer.reference, here);
  }

  #ask(profile: Profile, suggestion: string): Promise<AskedTask | undefined> {
    const { profiles, store, context } = this.#services;
    const pins = new PinnedTasks(context.workspaceState).read();
    const all = new RecentTasks(pins, store.allKnownTasks()).list();
    return askForTask({
      ...{ profile, suggestion },
      recent: all.filter(({ task }) => task.profileId === profile.id),
      judge: (foreign) =>
        profilesOfHost(foreign, profiles.list()).length === 0 ? 'refuse' : 'accept',
    });
  }

  async #fetchTarget(
    profile: Profile,
    { reference, position: place }: Target,
  ): Promise<Uri | undefined> {
    const foreign = describeForeignHost(reference, profile);
    if (foreign !== undefined) {
      const { profiles, runner } = this.#services;
      const offers = actionsForHost(reference, profiles, (other) =>
        this.#fetchWith(other, reference),
      );
      runner.showMessage('error', foreign, [...offers, this.#enterAnother]);
      return undefined;
    }
    const { taskSid, workspaceSid, nearbyWorkspaceSid } = reference;
    if (workspaceSid !== undefined) {
      return this.#open(profile, taskSid, { workspaceSid, origin: 'given' });
    }
    const near: NearbyWorkspace | undefined =
      nearbyWorkspaceSid === undefined
        ? place && nearbyWorkspace(place.text, place.offset)
        : { workspaceSid: nearbyWorkspaceSid, where: 'line' };
    return near?.where === 'line'
      ? this.#open(profile, taskSid, { workspaceSid: near.workspaceSid, origin: 'line' })
      : this.#find(profile, taskSid, { nearby: near?.workspaceSid });
  }

  /** Fetches a Task from the stated Workspace only. */
  async #open(
    profile: Profile,
    taskSid: string,
    workspace: StatedWorkspace,
  ): Promise<Uri | undefined> {
    const { store, runner, profiles } = this.#services;
    // The profile's host was checked before the user was asked, or before this is tried again. It
    // may have changed since.
    assertNotMoved(profile, profiles.find(profile.id));
    const task = { profileId: profile.id, workspaceSid: workspace.workspaceSid, taskSid };
    const isKept = store.recall(task);
    const fetching = runWithProgress(l10n.t('Fetching Task {0}…', shortenSid(taskSid)), (signal) =>
      store.fetch(task, signal),
    );
    // A slow or failing server hides nothing that is in memory. The answer replaces it.
    const isShown = isKept && !(await settlesWithin(fetching, KEPT_TASK_DELAY_MS));
    if (isShown) await this.#display.show(task);
    try {
      await fetching;
    } catch (error) {
      const failure = asFailure(error);
      const isDeleted = failure?.kind === 'notFound';
      if (isKept && !isShown && failure !== undefined && !isDeleted) await this.#display.show(task);
      if (isKept && !isDocumentOpen(task)) store.release(task);
      if (failure === undefined) throw error;
      if (failure.kind === 'notFound')
        await this.#missing.reportMissingIn(profile, taskSid, workspace);
      else {
        const again = () => this.#open(profile, taskSid, workspace);
        await runner.showFailure(failure, again, profile.id);
      }
      return undefined;
    }
    return isShown ? this.#remember(profile, task) : this.#show(profile, task);
  }

  /** Searches for a Task in all Workspaces. */
  async #find(profile: Profile, taskSid: string, hints: WorkspaceHints): Promise<Uri | undefined> {
    const { runner } = this.#services;
    const look = async () => {
      const result = await this.#finder.find(profile, taskLookup(profile, taskSid), hints);
      switch (result?.kind) {
        case undefined:
          return undefined;
        case 'found':
          return this.#show(profile, result.resource);
        case 'missing':
          await this.#missing.reportMissingEverywhere(profile, taskSid, result.workspaces);
          return undefined;
        case 'named': {
          const { workspaceSid } = result.resource;
          return this.#open(profile, taskSid, { workspaceSid, origin: 'given' });
        }
      }
    };
    return runner.run('find the Workspace of a Task', look, profile.id);
  }

  async #show(profile: Profile, task: ProfiledTask): Promise<Uri> {
    await this.#display.show(task);
    return this.#remember(profile, task);
  }

  async #remember(profile: Profile, task: ProfiledTask): Promise<Uri> {
    const { recentWorkspaces } = this.#services;
    // Failing to save the Workspace for the next search is no reason to fail now.
    await recentWorkspaces.remember(profile, task.workspaceSid).catch(() => undefined);
    return taskUri(task);
  }
}

/** Adds the position in the active editor's text if that names the same Task. */
function withPosition(reference: ParsedTaskReference, here: EditorPosition | undefined): Target {
  if (here === undefined) return { reference };
  const before = here.text.lastIndexOf(reference.taskSid, here.offset);
  const offset = before < 0 ? here.text.indexOf(reference.taskSid) : before;
  return offset < 0 ? { reference } : { reference, position: { text: here.text, offset } };
}

/**
 * Whether a menu was opened on another Task's SID in a Task's document. There, as in any file, the
 * SID at the cursor counts.
 */
function isMenuOfTask(asked: FetchArgument, here: EditorPosition): boolean {
  if (asked.kind !== 'reference' || asked.isDocument !== true || here.task === undefined) {
    return false;
  }
  const { workspaceSid, taskSid } = asked.reference;
  return (
    here.task.profileId === asked.profileId &&
    here.task.workspaceSid === workspaceSid &&
    here.task.taskSid === taskSid &&
    (here.reference === undefined || !isSameSid(here.reference.taskSid, taskSid))
  );
}
