import type { IncomingHttpHeaders } from 'node:http';
import type { Failure } from '../../core/taskrouter/failure.ts';
import { readNetworkError } from '../errors/networkError.ts';
import { FetchError, sendByFetch, type FetchExchange, type Response } from './sendByFetch.ts';

/** What is read of an answer at most, in bytes after decompression. No Task comes near it. */
const MAX_BODY_BYTES = 10_000_000;

export interface HttpRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Ends the exchange wherever it is, for whatever reason. */
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** Decoded as UTF-8; nothing if it is not UTF-8, or that of an error which broke off. */
  readonly body: string | undefined;
  readonly retryAfter: string | null;
  /** `Twilio-Request-Id`, by which Twilio's support finds a request. */
  readonly requestId: string | null;
  /** `ETag`: the version of what was answered, as it came. */
  readonly etag: string | undefined;
  /** By how many milliseconds the server's clock is ahead of this machine's; 0 if they agree. */
  readonly serverAheadMs: number;
}

/** A failure is a value here: whether it is worth another try is for the caller to say. */
export type HttpResult =
  | { readonly answered: true; readonly answer: HttpAnswer }
  | { readonly answered: false; readonly failure: Failure };

/**
 * How often a request is sent once more because its connection, kept from one before, had been closed by
 * the server: no more are kept than are under way at once.
 */
const MAX_RECONNECTS = 4;

/**
 * One GET, the only method that this extension sends. Redirects are not followed, because they would
 * carry the credentials along; the body is read up to 10 MB.
 *
 * @returns the answer, or why there is none
 * @throws `signal.reason` when that aborts
 */
export async function httpGet({ url, headers, signal }: HttpRequest): Promise<HttpResult> {
  for (let closed = 0; ; closed++) {
    const init = {
      method: 'GET',
      headers,
      redirect: 'manual',
      size: MAX_BODY_BYTES,
      signal,
    } as const;
    const exchange = sendByFetch(url, init);
    try {
      return { answered: true, answer: await readAnswer(exchange, signal) };
    } catch (error) {
      // node-fetch reports every abort as the same AbortError: only the signal knows why it was.
      signal.throwIfAborted();
      const failure = explain(error, url);
      if (failure === undefined) throw error;
      if (closed < MAX_RECONNECTS && wasClosedBefore(exchange, failure)) continue;
      return { answered: false, failure };
    }
  }
}

/**
 * Whether a server closed a connection while it was idle, and this request was on its way by then: that
 * is no fault of either, and what was never read can be sent again.
 */
function wasClosedBefore(exchange: FetchExchange, { kind }: Failure): boolean {
  return kind === 'reset' && exchange.message() === undefined && exchange.isOnKeptConnection();
}

async function readAnswer(exchange: FetchExchange, signal: AbortSignal): Promise<HttpAnswer> {
  const response = await exchange.response;
  const receivedAt = Date.now();
  // Those of Node.js: node-fetch takes some 10 µs to look up one.
  const headers = exchange.message()?.headers ?? {};
  return {
    status: response.status,
    body: await readBody(response, headers, signal),
    retryAfter: headers['retry-after'] ?? null,
    requestId: readText(headers['twilio-request-id']),
    etag: headers.etag,
    serverAheadMs: readClockSkew(headers.date, receivedAt),
  };
}

/** Of a header that stands twice both are in one text, but by the types there could be several. */
function readText(header: string | readonly string[] | undefined): string | null {
  return typeof header === 'string' ? header : null;
}

/**
 * The text of the body. Of an error the status alone says what it is: proxies that refuse to connect
 * announce a page, and cut the connection before it.
 */
async function readBody(
  response: Response,
  headers: IncomingHttpHeaders,
  signal: AbortSignal,
): Promise<string | undefined> {
  try {
    const bytes = await response.arrayBuffer();
    if (response.status === 200) checkLength(headers, bytes);
    return decodeUtf8(bytes);
  } catch (error) {
    if (response.status === 200 || signal.aborted) throw error;
    return undefined;
  }
}

/** node-fetch gives an empty body where a longer one came than was announced, and no error. */
function checkLength(headers: IncomingHttpHeaders, { byteLength }: ArrayBuffer): void {
  const { 'content-length': length, 'content-encoding': encoding } = headers;
  if (length === undefined || Number(length) === byteLength || encoding !== undefined) return;
  throw new FetchError('Not as long as it was announced', 'length');
}

/** Nothing for an error that neither node-fetch nor the system foresaw: that is a fault of ours. */
function explain(error: unknown, url: URL): Failure | undefined {
  const { host } = url;
  if (!(error instanceof Error)) return undefined;
  if (error instanceof FetchError && error.type === 'max-size') {
    return { kind: 'tooLarge', host, limitMegabytes: MAX_BODY_BYTES / 1_000_000 };
  }
  const code = 'code' in error ? error.code : undefined;
  // The message can hold the URL or worse, so that only the code goes on from here.
  if (typeof code === 'string') return readNetworkError({ code, message: error.message }, url);
  if (!(error instanceof FetchError)) return undefined;
  // Only VS Code's agent fails without a code, when no proxy lets a connection through: it drops the
  // reason. All other errors without a code are of bodies that are not as long as they should be.
  return error.type === 'system'
    ? { kind: 'proxy', host }
    : { kind: 'reset', host, code: 'ERR_STREAM_PREMATURE_CLOSE' };
}

/** Replacement characters would lose what was there, so that a wrong encoding is no text at all. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decodeUtf8(bytes: ArrayBuffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Clocks that differ by less count as equal: `Date` has whole seconds, and an answer is on its way for a
 * while.
 */
const CLOCK_TOLERANCE_MS = 2_000;

/**
 * By how many milliseconds the server's clock is ahead of this machine's, negative if it is behind. What
 * lasts since a time that the server gave is counted by its clock, as this machine's may be wrong.
 *
 * @param date `Date` of an answer, RFC 9110 section 6.6.1; 0 is the result for anything else
 * @param receivedAt when its headers were there, by this machine's clock, in ms since the epoch
 */
export function readClockSkew(date: string | undefined, receivedAt: number): number {
  const ahead = date?.endsWith(' GMT') === true ? Date.parse(date) - receivedAt : NaN;
  return Math.abs(ahead) >= CLOCK_TOLERANCE_MS ? ahead : 0;
}
