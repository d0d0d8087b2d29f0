import {
  l10n,
  LanguageModelTextPart,
  LanguageModelToolResult,
  MarkdownString,
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
  failureForModel,
  readTaskRequest,
  refusalForModel,
  type TaskRequest,
} from '../../core/assistant/taskTool.ts';
import { message } from '../../core/messages/message.ts';
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
import { taskLookup, type WorkspaceFinder } from '../workspaces/workspaceFinder.ts';

export type ToolServices = Pick<LoadedServices, 'profiles' | 'store'>;

/** A call that may be answered. */
export interface ToolCall {
  readonly task: ProfiledTask;
  readonly profile: Profile;
  readonly request: TaskRequest & { readonly valid: true };
  /** The Task, if the search for its Workspace has just fetched it. */
  readonly found?: FetchedTask | undefined;
}

/** What a tool does with a Task once the user has confirmed it. */
export interface ToolPurpose {
  /** The question to the user. */
  readonly question: string;
  /** @param taskSid shortened */
  readonly progress: (taskSid: string) => string;
  /** @throws TaskRouterFailure, which the model is told */
  readonly answer: (call: ToolCall, signal: AbortSignal) => Promise<string>;
}

const ASK_USER = 'Tell the user what the message says.';

/** A tool about one Task for a language model, which reads it after the user has confirmed that. */
export class ConfirmedTool implements LanguageModelTool<unknown> {
  readonly #services: ToolServices;
  readonly #finder: Pick<WorkspaceFinder, 'search'>;
  readonly #purpose: ToolPurpose;
  readonly #confirmed = new ConfirmedProfiles();

  constructor(
    services: ToolServices,
    finder: Pick<WorkspaceFinder, 'search'>,
    purpose: ToolPurpose,
  ) {
    this.#services = services;
    this.#finder = finder;
    this.#purpose = purpose;
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
      invocationMessage: this.#purpose.progress(shortenSid(taskSid)),
      confirmationMessages: { title: this.#purpose.question, message: text },
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
      const call = { task, profile, request };
      return request.reference.workspaceSid === undefined
        ? await this.#answerFound(call, signal)
        : await this.#answerCall(call, signal);
    } catch (error) {
      const failure = asFailure(error);
      if (failure === undefined) throw error;
      return failureForModel(failure);
    }
  }

  /** Keeps what the search for the Workspace fetched no longer than the call, unless a document shows it. */
  async #answerFound(call: ToolCall, signal: AbortSignal): Promise<string> {
    const { store } = this.#services;
    const { task } = call;
    try {
      return await this.#answerCall({ ...call, found: store.get(task)?.fetched }, signal);
    } finally {
      if (!isDocumentOpen(task)) store.release(task);
    }
  }

  async #answerCall(call: ToolCall, signal: AbortSignal): Promise<string> {
    assertNotMoved(call.profile, this.#services.profiles.find(call.profile.id));
    return this.#purpose.answer(call, signal);
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
