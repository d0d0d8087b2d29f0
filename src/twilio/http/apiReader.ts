import { pause } from '../../core/base/async.ts';
import { asFailure, TaskRouterFailure, type Failure } from '../../core/taskrouter/failure.ts';
import type { ClientOptions, Credentials } from '../clientOptions.ts';
import { readHttpFailure, type RequestTarget } from '../errors/httpFailure.ts';
import { Deadline, FirstAbort } from './cancellation.ts';
import { httpGet, type HttpResult } from './httpGet.ts';
import { RequestGate } from './requestGate.ts';
import type { RequestLogEntry } from './requestLog.ts';
import { retryDelay } from './retry.ts';

type TargetResource = RequestTarget['resource'];

/** An answer with status 200. */
export interface ReadAnswer {
  readonly body: string;
  /** As in `ResourceAnswer`. */
  readonly etag?: string;
  readonly serverAheadMs?: number;
}

type ReadResult =
  | { readonly valid: true; readonly answer: ReadAnswer }
  | { readonly valid: false; readonly failure: Failure };

/**
 * Sends GET requests with the credentials of one profile. Waits for the request's turn, retries,
 * keeps the timeout, and logs each attempt.
 */
export class ApiReader {
  readonly gate: RequestGate;
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.gate = options.gate ?? new RequestGate(options);
  }

  /**
   * Sends a request, and retries it until there is an answer with status 200 or no retry is due.
   *
   * @throws TaskRouterFailure if there is no such answer; the reason of `cancelled` or of the
   *   profile's `revoked` if one of them aborts
   */
  async get(url: URL, resource: TargetResource, cancelled: AbortSignal): Promise<ReadAnswer> {
    const { revoked } = this.#options;
    const firstAbort = new FirstAbort(cancelled, ...(revoked === undefined ? [] : [revoked]));
    try {
      return await this.gate.run(url, firstAbort.signal, () =>
        this.#getInTime(url, resource, firstAbort),
      );
    } finally {
      firstAbort.dispose();
    }
  }

  async #getInTime(
    url: URL,
    resource: TargetResource,
    firstAbort: FirstAbort,
  ): Promise<ReadAnswer> {
    const seconds = this.#options.timeoutSeconds();
    // The error is created only when time is over, as capturing its stack costs time.
    const deadline = new Deadline(seconds * 1000, () => {
      firstAbort.abort(new TaskRouterFailure({ kind: 'timeout', host: url.host, seconds }));
    });
    try {
      return await this.#getWithin(deadline, url, resource, firstAbort.signal);
    } finally {
      deadline.dispose();
    }
  }

  /**
   * @param signal its reason is thrown if it aborts, as it tells the timeout from a cancellation
   */
  async #getWithin(
    deadline: Deadline,
    url: URL,
    resource: TargetResource,
    signal: AbortSignal,
  ): Promise<ReadAnswer> {
    const { profile, pause: wait = pause, random = Math.random } = this.#options;
    const target = { host: url.host, path: url.pathname, region: profile.region, resource };
    for (let retries = 0; ; retries++) {
      signal.throwIfAborted();
      const startedAt = performance.now();
      const result = await this.#send(url, signal).catch((error: unknown) => {
        this.#log(url, startedAt, { outcome: nameAbort(signal) });
        throw error;
      });
      const read = readResult(result, target);
      const { millisecondsLeft } = deadline;
      const delay = read.valid
        ? undefined
        : retryDelay(read.failure, { retries, millisecondsLeft, random });
      this.#log(url, startedAt, {
        outcome: nameOutcome(result),
        ...(result.answered && { requestId: result.answer.requestId }),
        ...(delay !== undefined && { retryInMs: delay }),
      });
      if (read.valid) return read.answer;
      if (delay === undefined) throw new TaskRouterFailure(read.failure);
      try {
        if (read.failure.kind === 'rateLimited') this.gate.suspend(delay);
        else await wait(delay, signal);
        await this.gate.waitToRetry(url, signal);
      } catch (error) {
        // Another request may have extended the suspension beyond this call's timeout. The server's
        // answer to this one says more than the timeout.
        throw deadline.isOver ? new TaskRouterFailure(read.failure) : error;
      }
    }
  }

  async #send(url: URL, signal: AbortSignal): Promise<HttpResult> {
    const { credentials, version } = this.#options;
    const headers = {
      Accept: 'application/json',
      Authorization: authorize(credentials),
      'User-Agent': `taskrouter-lens/${version}`,
      // VS Code's proxy agent opens a new connection for each request unless this header is set.
      // Each costs a handshake, and tens of milliseconds to read the system's certificates.
      Connection: 'keep-alive',
    };
    return httpGet({ url, headers, signal });
  }

  #log(
    { host, pathname }: URL,
    startedAt: number,
    entry: Pick<RequestLogEntry, 'outcome'> & Partial<RequestLogEntry>,
  ): void {
    const durationMs = Math.round(performance.now() - startedAt);
    // The query is not logged, as it can contain a phone number.
    this.#options.log({
      method: 'GET',
      host,
      path: pathname,
      durationMs,
      requestId: null,
      ...entry,
    });
  }
}

function readResult(result: HttpResult, target: RequestTarget): ReadResult {
  if (!result.answered) return { valid: false, failure: result.failure };
  const { status, body, etag, serverAheadMs } = result.answer;
  if (status !== 200) {
    // `Retry-After` may be a date by the server's clock.
    const now = Date.now() + serverAheadMs;
    return { valid: false, failure: readHttpFailure(result.answer, target, now) };
  }
  if (body === undefined) return { valid: false, failure: { kind: 'notJson', host: target.host } };
  return {
    valid: true,
    answer: {
      body,
      ...(etag !== undefined && { etag }),
      ...(serverAheadMs !== 0 && { serverAheadMs }),
    },
  };
}

function nameOutcome(result: HttpResult): number | string {
  if (result.answered) return result.answer.status;
  const { failure } = result;
  const code = 'code' in failure ? failure.code : undefined;
  return code === undefined ? failure.kind : `${failure.kind} ${code}`;
}

/** Names the outcome of an attempt that ended with neither an answer nor a failure. */
function nameAbort(signal: AbortSignal): string {
  if (!signal.aborted) return 'failed';
  const { reason } = signal as { readonly reason: unknown };
  // From the caller's own timeout, which is shorter than that of the whole call.
  if (reason instanceof Error && reason.name === 'TimeoutError') return 'timeout';
  return asFailure(reason)?.kind ?? 'cancelled';
}

/** Basic authentication, RFC 7617, in UTF-8. */
function authorize({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
