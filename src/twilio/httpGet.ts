import fetch, { FetchError } from 'node-fetch';
import type { Failure } from '../core/failures/taskRouterFailure.ts';

/** What is read of an answer at most, in bytes after decompression. No Task comes near it. */
const LIMIT_BYTES = 10_000_000;

export interface HttpRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  /** For the whole exchange, from the connection to the last byte of the body. */
  readonly timeoutSeconds: number;
  /** The caller's way to cancel. */
  readonly signal: AbortSignal;
}

export interface HttpAnswer {
  readonly status: number;
  /** Decoded as UTF-8; nothing if it is not UTF-8. */
  readonly body: string | undefined;
  readonly retryAfter: string | null;
  /** `Twilio-Request-Id`, by which Twilio's support finds a request. */
  readonly requestId: string | null;
}

/** A value and no error class: this file is bundled apart, with its own copy of any class. */
export type HttpResult =
  | { readonly answered: true; readonly answer: HttpAnswer }
  | { readonly answered: false; readonly failure: Failure };

/**
 * One GET, the only method that this extension sends. Redirects are not followed, because they would
 * carry the credentials along; the body is read up to 10 MB.
 *
 * @returns the answer, or a failure `timeout`, `network` or `tooLarge`
 * @throws `signal.reason` when cancelled
 */
export async function httpGet(request: HttpRequest): Promise<HttpResult> {
  const { url, headers, timeoutSeconds, signal } = request;
  const timeout = AbortSignal.timeout(Math.round(timeoutSeconds * 1000));
  try {
    const response = await fetch(url, {
      method: 'GET',
      headers,
      redirect: 'manual',
      size: LIMIT_BYTES,
      signal: AbortSignal.any([signal, timeout]),
    });
    const answer = {
      status: response.status,
      body: decodeUtf8(await response.arrayBuffer()),
      retryAfter: response.headers.get('retry-after'),
      requestId: response.headers.get('twilio-request-id'),
    };
    return { answered: true, answer };
  } catch (error) {
    // node-fetch reports both as the same AbortError: only the signals know which it was.
    signal.throwIfAborted();
    const failure = timeout.aborted
      ? ({ kind: 'timeout', host: url.host, seconds: timeoutSeconds } as const)
      : explain(error, url.host);
    if (failure === undefined) throw error;
    return { answered: false, failure };
  }
}

/** Nothing for an error that neither node-fetch nor the system foresaw: that is a fault of ours. */
function explain(error: unknown, host: string): Failure | undefined {
  if (error instanceof FetchError && error.type === 'max-size') {
    return { kind: 'tooLarge', host, limitMegabytes: LIMIT_BYTES / 1_000_000 };
  }
  // The message of an error can hold the URL or worse; its code cannot.
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (typeof code === 'string') return { kind: 'network', host, code };
  // The one of node-fetch that has none: "Premature close of server response".
  return error instanceof FetchError
    ? { kind: 'network', host, code: 'ERR_STREAM_PREMATURE_CLOSE' }
    : undefined;
}

/** Replacement characters would lose what was there, so that a wrong encoding is no text at all. */
function decodeUtf8(bytes: ArrayBuffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
