import type { Failure } from '../core/failures/taskRouterFailure.ts';
import type { HttpAnswer } from './httpGet.ts';

/**
 * What an answer with another status than 200 means.
 *
 * @param reading what was asked for: only of a Task does a 404 of TaskRouter's own say that it is not
 * there (any more); any other 404 is that of a proxy, or of a wrong base URL
 */
export function readHttpFailure(
  answer: HttpAnswer,
  host: string,
  reading: 'task' | 'list',
): Failure {
  const { status } = answer;
  const error = readError(answer.body);
  const code = error?.code;
  const withCode = code === undefined ? {} : { code };
  if (status >= 300 && status < 400) return { kind: 'redirected', host, status };
  if (status >= 500 && status < 600) return { kind: 'server', host, status };
  switch (status) {
    case 401:
      return { kind: 'unauthorized', host, ...withCode };
    case 403:
      return { kind: 'forbidden', host, ...withCode };
    case 404:
      return reading === 'task' && error !== undefined
        ? { kind: 'notFound', host }
        : { kind: 'unexpectedStatus', host, status, ...withCode };
    case 429: {
      const retryAfterSeconds = readRetryAfter(answer.retryAfter);
      return {
        kind: 'rateLimited',
        host,
        ...(retryAfterSeconds !== undefined && { retryAfterSeconds }),
      };
    }
    default:
      return { kind: 'unexpectedStatus', host, status, ...withCode };
  }
}

/** Twilio's own errors are JSON objects, mostly with a number; those of a gateway are HTML. */
function readError(body: string | undefined): { readonly code?: number } | undefined {
  try {
    const error: unknown = JSON.parse(body ?? '');
    if (typeof error !== 'object' || error === null) return undefined;
    return 'code' in error && typeof error.code === 'number' ? { code: error.code } : {};
  } catch {
    return undefined;
  }
}

/** `Retry-After` in seconds, RFC 9110 section 10.2.3: a number, or a date. */
function readRetryAfter(header: string | null): number | undefined {
  if (header === null) return undefined;
  if (/^\s*\d{1,9}\s*$/.test(header)) return Number(header);
  const until = Date.parse(header);
  return Number.isNaN(until) ? undefined : Math.max(0, Math.ceil((until - Date.now()) / 1000));
}
