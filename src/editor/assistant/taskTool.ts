import {
  l10n,
  LanguageModelTextPart,
  LanguageModelToolResult,
  MarkdownString,
  window,
  workspace,
  type CancellationToken,
  type LanguageModelTool,
  type LanguageModelToolInvocationOptions,
  type LanguageModelToolInvocationPrepareOptions,
  type PreparedToolInvocation,
} from 'vscode';
import {
  ConfirmedProfiles,
  identity,
  type Confirmed,
} from '../../core/assistant/confirmedProfiles.ts';
import {
  answerForModel,
  failureForModel,
  readTaskRequest,
  refusalForModel,
} from '../../core/assistant/taskTool.ts';
import { message } from '../../core/messages/message.ts';
import { presenter } from '../../core/privacy/presenter.ts';
import { assertNotMoved } from '../../core/profiles/connection.ts';
import type { Profile } from '../../core/profiles/profile.ts';
import type { ListedProfile } from '../../core/profiles/profileDirectory.ts';
import type { ParsedTaskReference } from '../../core/references/parseTaskReference.ts';
import { describeForeignHost } from '../../core/references/statedHost.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { asFailure } from '../../core/taskrouter/failure.ts';
import type { FetchedTask } from '../../core/tasks/fetchHistory.ts';
import { isDocumentOpen } from '../documents/taskUri.ts';
import type { LoadedServices } from '../services.ts';
import { appendPlain } from '../ui/markdown.ts';
import { present } from '../ui/present.ts';
import { taskLookup, WorkspaceFinder } from '../workspaces/workspaceFinder.ts';

type TaskToolServices = Pick<LoadedServices, 'profiles' | 'store'>;

const ASK_USER = 'Tell the user what the message says.';

/**
 * Fetches one Task for a language model, after the user has confirmed it. Attributes are masked
 * unless the user shares them for this Task. That is asked separately, as a tool can be confirmed
 * permanently.
 */
export class TaskTool implements LanguageModelTool<unknown> {
  readonly #services: TaskToolServices;
  readonly #finder: Pick<WorkspaceFinder, 'search'>;
  readonly #allowAttributes: (taskSid: string) => Promise<boolean>;
  readonly #confirmed = new ConfirmedProfiles();

  /** @param allowAttributes asks the user whether to share this Task's attributes with the model */
  constructor(
    services: TaskToolServices,
    finder: Pick<WorkspaceFinder, 'search'>,
    allowAttributes: (taskSid: string) => Promise<boolean>,
  ) {
    this.#services = services;
    this.#finder = finder;
    this.#allowAttributes = allowAttributes;
  }

  prepareInvocation({
    input,
  }: LanguageModelToolInvocationPrepareOptions<unknown>): PreparedToolInvocation {
    const request = readTaskRequest(input);
    const profile = this.#services.profiles.active();
    const isAsked = request.valid && profile !== undefined && workspace.isTrusted;
    this.#confirmed.name(input, isAsked ? profile : undefined);
    // No confirmation for a request that is refused anyway.
    if (!isAsked) return {};
    const { taskSid } = request.reference;
    const text = new MarkdownString();
    appendPlain(text, l10n.t('Task {0}, with the Twilio profile “{1}”.', taskSid, profile.name));
    return {
      invocationMessage: l10n.t('Fetching Task {0}…', shortenSid(taskSid)),
      confirmationMessages: {
        title: l10n.t('Fetch a TaskRouter Task for this chat?'),
        message: text,
      },
    };
  }

  async invoke(
    { input }: LanguageModelToolInvocationOptions<unknown>,
    token: CancellationToken,
  ): Promise<LanguageModelToolResult> {
    const cut = new AbortController();
    const listener = token.onCancellationRequested(() => {
      cut.abort();
    });
    try {
      const text = await this.#answer(input, cut.signal);
      return new LanguageModelToolResult([new LanguageModelTextPart(text)]);
    } finally {
      listener.dispose();
    }
  }

  async #answer(input: unknown, signal: AbortSignal): Promise<string> {
    const confirmed = this.#confirmed.take(input);
    const request = readTaskRequest(input);
    if (!request.valid) {
      return refusalForModel('badInput', request.reason, 'Correct the input and try again.');
    }
    if (!workspace.isTrusted) {
      return refusalForModel(
        'untrusted',
        message('This folder is not trusted, so that credentials are not used for a chat.'),
        ASK_USER,
      );
    }
    const profile = this.#profileFor(confirmed);
    if (profile === 'changed') {
      return refusalForModel(
        'profileChanged',
        message(
          'The Twilio profile has changed since this fetch was confirmed. Nothing was fetched.',
        ),
        'Ask the user whether to try again: the question then names the present profile.',
      );
    }
    if (profile === undefined) {
      return refusalForModel(
        'noProfile',
        message('No Twilio profile is chosen: run Switch Twilio Profile….'),
        ASK_USER,
      );
    }
    if ('fault' in profile) return failureForModel(profile.fault);
    const foreign = describeForeignHost(request.reference, profile);
    if (foreign !== undefined) return refusalForModel('otherHost', foreign, ASK_USER);
    try {
      const task = await this.#locate(profile, request.reference, signal);
      if (typeof task === 'string') return task;
      assertNotMoved(profile, this.#services.profiles.find(profile.id));
      const { text } = await this.#fetch(
        task,
        request.reference.workspaceSid === undefined,
        signal,
      );
      const shared =
        request.withAttributes && !present().masks && (await this.#allowAttributes(task.taskSid));
      return answerForModel(text, profile.name, shared ? present() : presenter(true));
    } catch (error) {
      const failure = asFailure(error);
      if (failure === undefined) throw error;
      return failureForModel(failure);
    }
  }

  /** The profile that the user confirmed, if it has not changed. */
  #profileFor(confirmed: Confirmed): ListedProfile | 'changed' | undefined {
    const { profiles } = this.#services;
    switch (confirmed.kind) {
      case 'never':
        return profiles.active();
      case 'unclear':
        return 'changed';
      case 'named': {
        const { profile } = confirmed;
        // A Task that was refused without a confirmation must not be fetched now.
        const current = profile === undefined ? profiles.active() : profiles.find(profile.id);
        return identity(current) === identity(profile) ? current : 'changed';
      }
    }
  }

  /**
   * Keeps the Task in memory only if a document shows it.
   *
   * @param isFound whether the search for its Workspace has just fetched it
   */
  async #fetch(task: ProfiledTask, isFound: boolean, signal: AbortSignal): Promise<FetchedTask> {
    const { store } = this.#services;
    const found = isFound ? store.get(task)?.fetched : undefined;
    if (found === undefined) return store.fetchTransient(task, signal, isDocumentOpen);
    if (!isDocumentOpen(task)) store.release(task);
    return found;
  }

  /** The Task with its Workspace, or why it has none. */
  async #locate(
    profile: Profile,
    { workspaceSid, nearbyWorkspaceSid, taskSid }: ParsedTaskReference,
    signal: AbortSignal,
  ): Promise<ProfiledTask | string> {
    if (workspaceSid !== undefined) return { profileId: profile.id, workspaceSid, taskSid };
    const hints = { nearby: nearbyWorkspaceSid };
    const sought = taskLookup(profile, taskSid);
    const result = await this.#finder.search(profile, sought, hints, signal);
    switch (result.kind) {
      case 'found':
        return result.resource;
      case 'missing':
        return refusalForModel(
          'notFound',
          message('The Task is in no Workspace that the profile sees.'),
          `It may be deleted. ${ASK_USER}`,
        );
      case 'listFailed':
        return failureForModel(result.failure);
    }
  }
}

/** Creates the chat tool. Loaded on its first use. */
export function createTaskTool(services: LoadedServices): TaskTool {
  return new TaskTool(services, new WorkspaceFinder(services), allowAttributes);
}

/**
 * Asks whether to share a Task's attributes, which may contain personal data, with a language
 * model.
 */
async function allowAttributes(taskSid: string): Promise<boolean> {
  const share = l10n.t('Share Attributes');
  const question = l10n.t('Give this chat the attributes of Task {0}?', shortenSid(taskSid));
  const detail = l10n.t(
    'They may hold personal data, and the provider of the language model receives them. Without them, the chat gets the Task with masked attributes.',
  );
  return (await window.showWarningMessage(question, { modal: true, detail }, share)) === share;
}
