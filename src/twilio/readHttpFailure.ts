import type { Failure } from '../core/failures/taskRouterFailure.ts';
import type { ResourcePrefix } from '../core/tasks/resourceKind.ts';
import type { HttpAnswer } from './httpGet.ts';
import { readRetryAfter } from './readRetryAfter.ts';
import { readTwilioError } from './readTwilioError.ts';

/** What was asked for, and whom. */
export interface HttpQuestion {
  readonly host: string;
  /** The profile's, where it names one other than US1. */
  readonly region: string | undefined;
  /**
   * The prefix of the resource, such as a Task, that is read itself, or below which something is: only
   * of that does a 404 of TaskRouter's own say that it is not there (any more). Any other 404 is that
   * of a proxy, or of a wrong base URL.
   */
  readonly reading: ResourcePrefix | 'list';
}

/** Twilio's code for a restricted key that lacks a permission; its HTTP status is not documented. */
const RESTRICTED = 70051;

/**
 * What an answer with another status than 200 means.
 *
 * @param now the time by the server's clock, in ms since the epoch
 */
export function readHttpFailure(
  answer: Pick<HttpAnswer, 'status' | 'body' | 'retryAfter'>,
  asked: HttpQuestion,
  now: number,
): Failure {
  const { status } = answer;
  const { host, region, reading } = asked;
  const error = readTwilioError(answer.body);
  const code = error?.code === undefined ? {} : { code: error.code };
  const after = readRetryAfter(answer.retryAfter, now);
  const retryAfter = after === undefined ? {} : { retryAfterSeconds: after };

  // 304 leads nowhere: it answers a condition that was never set.
  if (status >= 300 && status < 400 && status !== 304) return { kind: 'redirected', host, status };
  if (status >= 500 && status < 600) return { kind: 'server', host, status, ...retryAfter };
  if (status >= 400 && status < 500 && error?.code === RESTRICTED) {
    return { kind: 'restrictedKey', host, code: RESTRICTED };
  }
  switch (status) {
    case 400:
    case 422:
      return { kind: 'badRequest', host, status, ...error };
    case 401:
      return region === undefined
        ? { kind: 'unauthorized', host, ...code }
        : { kind: 'unauthorizedInRegion', host, region, ...code };
    case 403:
      return { kind: 'forbidden', host, ...error };
    case 404:
      return reading !== 'list' && error !== undefined
        ? { kind: 'notFound', host, prefix: reading }
        : { kind: 'unexpectedStatus', host, status, ...code };
    case 407:
      return { kind: 'proxy', host, status };
    case 409:
    case 412:
      return { kind: 'conflict', host, status, ...error };
    case 429:
      return { kind: 'rateLimited', host, ...retryAfter };
    default:
      return { kind: 'unexpectedStatus', host, status, ...code };
  }
}
