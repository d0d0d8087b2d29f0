import { failureOf } from '../core/failures/failureOf.ts';
import { TaskRouterFailure } from '../core/failures/taskRouterFailure.ts';
import type { Profile } from '../core/profiles/profile.ts';
import { readFlexWorkspace } from '../core/tasks/readFlexWorkspace.ts';
import { readTaskAnswer } from '../core/tasks/readTaskAnswer.ts';
import { readWorkspacePage } from '../core/tasks/readWorkspacePage.ts';
import type { TaskReference } from '../core/tasks/taskReference.ts';
import type { TaskAnswer, TaskSource } from '../core/tasks/taskSource.ts';
import type { Workspace } from '../core/tasks/workspace.ts';
import type { Credentials } from './credentials.ts';
import type { HttpAnswer } from './httpGet.ts';
import { readHttpFailure } from './readHttpFailure.ts';
import type { RequestLog } from './requestLog.ts';

export interface ClientOptions {
  readonly profile: Profile;
  readonly credentials: Credentials;
  /** For `User-Agent`. */
  readonly version: string;
  /** For each request, asked when it starts; 1 to 120. */
  readonly timeoutSeconds: () => number;
  readonly log: RequestLog;
}

/** How long Flex may take to say its Workspace: others can be tried without it. */
const FLEX_PATIENCE_MS = 3_000;

/** TaskRouter over HTTP, with the credentials of one profile and to its own hosts only. */
export class TaskRouterClient implements TaskSource {
  readonly #options: ClientOptions;
  readonly #base: URL;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#base = new URL(options.profile.apiBaseUrl);
  }

  async fetchTask(task: TaskReference, signal: AbortSignal): Promise<TaskAnswer> {
    const path = `/v1/Workspaces/${task.workspaceSid}/Tasks/${task.taskSid}`;
    return readTaskAnswer(
      await this.#get(this.#resolve(path), 'task', signal),
      task,
      this.#base.host,
    );
  }

  async *listWorkspaces(signal: AbortSignal): AsyncGenerator<readonly Workspace[]> {
    let next: URL | undefined = this.#resolve('/v1/Workspaces?PageSize=1000');
    const seen = new Set<string>();
    // A page that leads back to one before would never end.
    while (next !== undefined && !seen.has(next.href)) {
      seen.add(next.href);
      const page = readWorkspacePage(await this.#get(next, 'list', signal), this.#base.host);
      yield page.workspaces;
      next = page.nextPageUrl === undefined ? undefined : this.#follow(page.nextPageUrl);
    }
  }

  async findFlexWorkspace(signal: AbortSignal): Promise<string | undefined> {
    const { flexBaseUrl } = this.#options.profile;
    if (flexBaseUrl === undefined) return undefined;
    const patience = AbortSignal.timeout(FLEX_PATIENCE_MS);
    try {
      const url = new URL(`${flexBaseUrl}/v1/Configuration`);
      return readFlexWorkspace(await this.#get(url, 'list', AbortSignal.any([signal, patience])));
    } catch (error) {
      signal.throwIfAborted();
      if (!patience.aborted && failureOf(error) === undefined) throw error;
      return undefined;
    }
  }

  #resolve(path: string): URL {
    return new URL(this.#options.profile.apiBaseUrl + path);
  }

  /** The answer chooses where the next page is, but not who gets the credentials. */
  #follow(nextPageUrl: string): URL {
    const url = URL.canParse(nextPageUrl) ? new URL(nextPageUrl) : undefined;
    if (url?.origin === this.#base.origin) return url;
    throw new TaskRouterFailure({ kind: 'unexpectedAnswer', host: this.#base.host });
  }

  /** The body of an answer with status 200. */
  async #get(url: URL, reading: 'task' | 'list', signal: AbortSignal): Promise<string> {
    const answer = await this.#send(url, signal);
    if (answer.status !== 200)
      throw new TaskRouterFailure(readHttpFailure(answer, url.host, reading));
    if (answer.body === undefined) throw new TaskRouterFailure({ kind: 'notJson', host: url.host });
    return answer.body;
  }

  async #send(url: URL, signal: AbortSignal): Promise<HttpAnswer> {
    const { credentials, version, timeoutSeconds, log } = this.#options;
    const startedAt = performance.now();
    const note = (outcome: number | string, requestId: string | null = null) => {
      const durationMs = Math.round(performance.now() - startedAt);
      // The query stays out of the log: it can hold a phone number.
      log({ method: 'GET', host: url.host, path: url.pathname, outcome, durationMs, requestId });
    };
    // node-fetch makes up much of this extension's code: it is loaded when first needed.
    const { httpGet } = await import('./httpGet.ts');
    const headers = {
      Accept: 'application/json',
      Authorization: authorize(credentials),
      'User-Agent': `taskrouter-lens/${version}`,
    };
    const request = { url, headers, timeoutSeconds: timeoutSeconds(), signal };
    const result = await httpGet(request).catch((error: unknown) => {
      note(signal.aborted ? 'cancelled' : 'failed');
      throw error;
    });
    if (!result.answered) {
      note(result.failure.kind);
      throw new TaskRouterFailure(result.failure);
    }
    note(result.answer.status, result.answer.requestId);
    return result.answer;
  }
}

/** Basic authentication, RFC 7617, in UTF-8. */
function authorize({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
