import { regionOfHost } from '../../core/profiles/twilioHosts.ts';
import type { ResourcePrefix } from '../../core/resources/resourceKind.ts';
import { sidPattern } from '../../core/resources/sidPattern.ts';
import type { Failure } from '../../core/taskrouter/failure.ts';
import type { HttpAnswer } from '../http/httpGet.ts';
import { readRetryAfter } from '../http/retry.ts';
import { readTwilioError, type TwilioError } from './twilioError.ts';

/** What was asked for, and whom. */
export interface RequestTarget {
  readonly host: string;
  readonly path: string;
  /** The profile's, where it names one other than US1. */
  readonly region: string | undefined;
  /**
   * The prefix of the resource, such as a Task, that is read itself, or below which something is: only
   * of that can a 404 of TaskRouter's own say that it is not there (any more).
   */
  readonly resource: ResourcePrefix | 'list';
}

/** Twilio's code for a restricted key that lacks a permission; its HTTP status is not documented. */
const RESTRICTED = 70051;

/** Twilio's code for what is not there: a resource, and in some regions the whole API. */
const NOT_FOUND = 20404;

const SIDS = new RegExp(`(?<![0-9A-Za-z])${sidPattern()}(?![0-9A-Za-z])`, 'g');

const NOT_FOUND_WORDS = /not\s+(?:be\s+)?found|does\s?n[o’']t\s+exist|no longer exists/i;

/**
 * What an answer with another status than 200 means.
 *
 * @param now the time by the server's clock, in ms since the epoch
 */
export function readHttpFailure(
  answer: Pick<HttpAnswer, 'status' | 'body' | 'retryAfter'>,
  asked: RequestTarget,
  now: number,
): Failure {
  const { status } = answer;
  const { host, region } = asked;
  const error = readTwilioError(answer.body);
  const after = readRetryAfter(answer.retryAfter, now);
  const retryAfter = after === undefined ? {} : { retryAfterSeconds: after };

  // 304 leads nowhere: it answers a condition that was never set.
  if (status >= 300 && status < 400 && status !== 304) {
    return { kind: 'redirected', host, status, ...error };
  }
  if (status >= 500 && status < 600) {
    return { kind: 'server', host, status, ...error, ...retryAfter };
  }
  if (status >= 400 && status < 500 && error?.code === RESTRICTED) {
    return { kind: 'restrictedKey', host, ...error, code: RESTRICTED };
  }
  switch (status) {
    case 400:
    case 422:
      return { kind: 'badRequest', host, status, ...error };
    case 401:
      return region === undefined
        ? { kind: 'unauthorized', host, ...error }
        : { kind: 'unauthorizedInRegion', host, region, ...error };
    case 403:
      return { kind: 'forbidden', host, ...error };
    case 404:
      return readMissing(error, asked);
    case 407:
      return { kind: 'proxy', host, status };
    case 409:
    case 412:
      return { kind: 'conflict', host, status, ...error };
    case 429:
      return { kind: 'rateLimited', host, ...error, ...retryAfter };
    default:
      return { kind: 'unexpectedStatus', host, status, ...error };
  }
}

/**
 * A 404: of the resource that was asked for, or of something else, which Twilio's own words tell. Without
 * any, it is that of a proxy, or of a wrong base URL.
 */
function readMissing(error: TwilioError | undefined, asked: RequestTarget): Failure {
  const {
    host,
    region = regionOfHost(new URL(`https://${host}`).hostname),
    resource: reading,
  } = asked;
  if (reading !== 'list' && error !== undefined && isAboutResource(error, asked.path)) {
    const code = error.code === undefined ? {} : { code: error.code };
    return { kind: 'notFound', host, prefix: reading, ...code };
  }
  return error === undefined || Object.keys(error).length === 0
    ? { kind: 'unexpectedStatus', host, status: 404 }
    : { kind: 'notServed', host, ...(region !== undefined && { region }), ...error };
}

/**
 * Whether an error with status 404 says that the resource with this path is not there, as in “The
 * requested resource /Workspaces/WS…/Tasks/WT… was not found”. Its words count, as 20404 is also the
 * code of “Endpoint is not supported in realm 'au1'”.
 */
function isAboutResource({ code, detail }: TwilioError, path: string): boolean {
  if (code !== NOT_FOUND && code !== undefined) return false;
  if (detail === undefined) return code === NOT_FOUND;
  if (!NOT_FOUND_WORDS.test(detail)) return false;
  const sids = detail.match(SIDS) ?? [];
  // Without a code the words must name it: a gateway says “Not found” as well.
  if (sids.length === 0) return code === NOT_FOUND && !/(?:^|\s)\/\S/.test(detail);
  return sids.every((sid) => path.toLowerCase().includes(sid.toLowerCase()));
}
