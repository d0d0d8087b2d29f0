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
 * Reads with the credentials of one profile: waits for its turn, signs in, retries, ends in time, and
 * logs each attempt.
 */
export class ApiReader {
  readonly gate: RequestGate;
  readonly #options: ClientOptions;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.gate = options.gate ?? new RequestGate(options);
  }

  /**
   * Asks until there is an answer with status 200.
   *
   * @throws TaskRouterFailure for any other end; the reason of `cancelled` or of the profile's
   * `revoked` once one of them aborts
   */
  async get(url: URL, reading: TargetResource, cancelled: AbortSignal): Promise<ReadAnswer> {
    const { revoked } = this.#options;
    const ends = new FirstAbort(cancelled, ...(revoked === undefined ? [] : [revoked]));
    try {
      return await this.gate.run(url, ends.signal, () => this.#getInTime(url, reading, ends));
    } finally {
      ends.dispose();
    }
  }

  async #getInTime(url: URL, reading: TargetResource, ends: FirstAbort): Promise<ReadAnswer> {
    const seconds = this.#options.timeoutSeconds();
    // The error is made when time is over: one that nobody needs would cost every request its stack.
    const deadline = new Deadline(seconds * 1000, () => {
      ends.abort(new TaskRouterFailure({ kind: 'timeout', host: url.host, seconds }));
    });
    try {
      return await this.#getWithin(deadline, url, reading, ends.signal);
    } finally {
      deadline.dispose();
    }
  }

  /** @param signal whose reason is what to reject with: it alone knows which end came first */
  async #getWithin(
    deadline: Deadline,
    url: URL,
    reading: TargetResource,
    signal: AbortSignal,
  ): Promise<ReadAnswer> {
    const { profile, pause: wait = pause, random = Math.random } = this.#options;
    const asked = { host: url.host, path: url.pathname, region: profile.region, resource: reading };
    for (let retries = 0; ; retries++) {
      signal.throwIfAborted();
      const startedAt = performance.now();
      const result = await this.#send(url, signal).catch((error: unknown) => {
        this.#log(url, startedAt, { outcome: nameEnd(signal) });
        throw error;
      });
      const read = readResult(result, asked);
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
        // Others may be told to wait for longer than this one has time: what it was answered is true.
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
      // VS Code's agent asks for a new connection for each request unless one says otherwise, and each
      // takes a handshake and tens of milliseconds to read the system's certificates.
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
    // The query stays out of the log: it can hold a phone number.
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

function readResult(result: HttpResult, asked: RequestTarget): ReadResult {
  if (!result.answered) return { valid: false, failure: result.failure };
  const { status, body, etag, serverAheadMs } = result.answer;
  if (status !== 200) {
    // When to come again may be a time of the server's.
    const now = Date.now() + serverAheadMs;
    return { valid: false, failure: readHttpFailure(result.answer, asked, now) };
  }
  if (body === undefined) return { valid: false, failure: { kind: 'notJson', host: asked.host } };
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

/** How an attempt ended that brought neither an answer nor a failure. */
function nameEnd(signal: AbortSignal): string {
  if (!signal.aborted) return 'failed';
  const { reason } = signal as { readonly reason: unknown };
  // Somebody else's patience, shorter than that for the whole call.
  if (reason instanceof Error && reason.name === 'TimeoutError') return 'timeout';
  return asFailure(reason)?.kind ?? 'cancelled';
}

/** Basic authentication, RFC 7617, in UTF-8. */
function authorize({ username, password }: Credentials): string {
  return `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`;
}
