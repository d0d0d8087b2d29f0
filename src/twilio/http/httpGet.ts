import type { IncomingHttpHeaders } from 'node:http';
import type { Failure } from '../../core/taskrouter/failure.ts';
import { readNetworkError } from '../errors/networkError.ts';
import { FetchError, sendByFetch, type FetchExchange, type Response } from './sendByFetch.ts';

/** The limit of a body in bytes, after decompression. Far larger than any Task. */
const MAX_BODY_BYTES = 10_000_000;

export interface HttpRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** Cancels the exchange at any point. */
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** Decoded as UTF-8. `undefined` if it is not UTF-8, or if the body of an error is incomplete. */
  readonly body: string | undefined;
  readonly retryAfter: string | null;
  /** `Twilio-Request-Id`, by which Twilio's support finds a request. */
  readonly requestId: string | null;
  /** The header `ETag`, unchanged: the version of the resource. */
  readonly etag: string | undefined;
  /** By how many milliseconds the server's clock is ahead of this machine's. 0 if they agree. */
  readonly serverAheadMs: number;
}

/** Failures are returned and not thrown, so that the caller can decide whether to retry. */
export type HttpResult =
  | { readonly answered: true; readonly answer: HttpAnswer }
  | { readonly answered: false; readonly failure: Failure };

/**
 * How often a request is sent again because the server had closed the idle connection. There are at
 * most as many idle connections as concurrent requests.
 */
const MAX_RECONNECTS = 4;

/**
 * Sends a GET request, the only method that this extension uses. Redirects are not followed,
 * because they would forward the credentials. Bodies are limited to 10 MB.
 *
 * @returns the answer, or why there is none
 * @throws `signal.reason` if the signal aborts
 */
export async function httpGet({ url, headers, signal }: HttpRequest): Promise<HttpResult> {
  for (let reconnects = 0; ; reconnects++) {
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
      // node-fetch reports every abort as the same AbortError. Only the signal has the reason.
      signal.throwIfAborted();
      const failure = readFailure(error, url);
      if (failure === undefined) throw error;
      if (reconnects < MAX_RECONNECTS && wasIdleConnectionClosed(exchange, failure)) continue;
      return { answered: false, failure };
    }
  }
}

/**
 * Whether the server closed an idle connection before this request arrived. Nothing was processed,
 * so the request is safe to send again.
 */
function wasIdleConnectionClosed(exchange: FetchExchange, { kind }: Failure): boolean {
  return kind === 'reset' && exchange.message() === undefined && exchange.isOnKeptConnection();
}

async function readAnswer(exchange: FetchExchange, signal: AbortSignal): Promise<HttpAnswer> {
  const response = await exchange.response;
  const receivedAt = Date.now();
  // The headers of Node.js: a look-up in those of node-fetch takes some 10 µs.
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

/** Node.js joins repeated headers to one text, although its types allow an array. */
function readText(header: string | readonly string[] | undefined): string | null {
  return typeof header === 'string' ? header : null;
}

/**
 * The text of the body. An error's body may be missing, as its status is enough: proxies that
 * refuse to connect announce a page, and close the connection before they send it.
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

/**
 * node-fetch reports no error, and an empty body, if the body is longer than its `Content-Length`.
 */
function checkLength(headers: IncomingHttpHeaders, { byteLength }: ArrayBuffer): void {
  const { 'content-length': length, 'content-encoding': encoding } = headers;
  if (length === undefined || Number(length) === byteLength || encoding !== undefined) return;
  throw new FetchError('Not as long as it was announced', 'length');
}

/**
 * Returns `undefined` for an error that is neither node-fetch's nor the system's, which is a bug of
 * ours.
 */
function readFailure(error: unknown, url: URL): Failure | undefined {
  const { host } = url;
  if (!(error instanceof Error)) return undefined;
  if (error instanceof FetchError && error.type === 'max-size') {
    return { kind: 'tooLarge', host, limitMegabytes: MAX_BODY_BYTES / 1_000_000 };
  }
  const code = 'code' in error ? error.code : undefined;
  // The message can contain the URL, so that only the code is kept.
  if (typeof code === 'string') return readNetworkError({ code, message: error.message }, url);
  if (!(error instanceof FetchError)) return undefined;
  // VS Code's proxy agent fails without a code if no proxy allows the connection. All other errors
  // without a code mean that a body is shorter or longer than announced.
  return error.type === 'system'
    ? { kind: 'proxy', host }
    : { kind: 'reset', host, code: 'ERR_STREAM_PREMATURE_CLOSE' };
}

/** Fatal, because replacement characters would hide the original bytes. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function decodeUtf8(bytes: ArrayBuffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * Smaller differences are ignored: the header `Date` has whole seconds, and answers take time to
 * arrive.
 */
const CLOCK_TOLERANCE_MS = 2_000;

/**
 * By how many milliseconds the server's clock is ahead of this machine's, negative if it is behind.
 * Durations since one of the server's times use its clock, as this machine's may be wrong.
 *
 * @param date the header `Date`, RFC 9110 section 6.6.1; the result is 0 if it is missing or
 *   malformed
 * @param receivedAt when the headers arrived, by this machine's clock, in ms since the epoch
 */
export function readClockSkew(date: string | undefined, receivedAt: number): number {
  const ahead = date?.endsWith(' GMT') === true ? Date.parse(date) - receivedAt : NaN;
  return Math.abs(ahead) >= CLOCK_TOLERANCE_MS ? ahead : 0;
}
