import { regionOfHost } from '../../core/profiles/twilioHosts.ts';
import type { ResourcePrefix } from '../../core/resources/resourceKind.ts';
import { sidPattern } from '../../core/resources/sidPattern.ts';
import type { Failure } from '../../core/taskrouter/failure.ts';
import type { HttpAnswer } from '../http/httpGet.ts';
import { readRetryAfter } from '../http/retry.ts';
import { readTwilioError, type TwilioError } from './twilioError.ts';

/** What a request is for, and where it is sent. */
export interface RequestTarget {
  readonly host: string;
  readonly path: string;
  /** The profile's region, if it has one other than US1. */
  readonly region: string | undefined;
  /**
   * The prefix of the resource that is read, or whose list or statistics are read. Only a 404 about
   * this resource means that it does not exist (any more).
   */
  readonly resource: ResourcePrefix | 'list';
}

/**
 * A restricted key lacks a permission, see https://www.twilio.com/docs/api/errors/70051. Its HTTP
 * status is not documented.
 */
const RESTRICTED_KEY_CODE = 70051;

/**
 * A resource does not exist, see https://www.twilio.com/docs/api/errors/20404. In some regions, the
 * whole API does not.
 */
const NOT_FOUND_CODE = 20404;

const SIDS_IN_TEXT = new RegExp(`(?<![0-9A-Za-z])${sidPattern()}(?![0-9A-Za-z])`, 'g');

const NOT_FOUND_MESSAGE = /not\s+(?:be\s+)?found|does\s?n[o’']t\s+exist|no longer exists/i;

/**
 * Reads an answer whose status is not 200.
 *
 * @param now the time by the server's clock, in ms since the epoch
 */
export function readHttpFailure(
  answer: Pick<HttpAnswer, 'status' | 'body' | 'retryAfter'>,
  target: RequestTarget,
  now: number,
): Failure {
  const { status } = answer;
  const { host, region } = target;
  const error = readTwilioError(answer.body);
  const after = readRetryAfter(answer.retryAfter, now);
  const retryAfter = after === undefined ? {} : { retryAfterSeconds: after };

  // 304 is not a redirect. It answers a conditional request, which this client never sends.
  if (status >= 300 && status < 400 && status !== 304) {
    return { kind: 'redirected', host, status, ...error };
  }
  if (status >= 500 && status < 600) {
    return { kind: 'server', host, status, ...error, ...retryAfter };
  }
  if (status >= 400 && status < 500 && error?.code === RESTRICTED_KEY_CODE) {
    return { kind: 'restrictedKey', host, ...error, code: RESTRICTED_KEY_CODE };
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
      return readNotFound(error, target);
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
 * Reads a 404, which is about the requested resource only if Twilio's message says so. Without a
 * message it comes from a proxy, or from a wrong base URL.
 */
function readNotFound(error: TwilioError | undefined, target: RequestTarget): Failure {
  const { host, region = regionOfHost(new URL(`https://${host}`).hostname), resource } = target;
  if (resource !== 'list' && error !== undefined && isAboutResource(error, target.path)) {
    const code = error.code === undefined ? {} : { code: error.code };
    return { kind: 'notFound', host, prefix: resource, ...code };
  }
  return error === undefined || Object.keys(error).length === 0
    ? { kind: 'unexpectedStatus', host, status: 404 }
    : { kind: 'notServed', host, ...(region !== undefined && { region }), ...error };
}

/**
 * Whether an error with status 404 says that the resource with this path does not exist, as in “The
 * requested resource /Workspaces/WS…/Tasks/WT… was not found”. The code is not enough, as 20404 is
 * also the code of “Endpoint is not supported in realm 'au1'”.
 */
function isAboutResource({ code, detail }: TwilioError, path: string): boolean {
  if (code !== NOT_FOUND_CODE && code !== undefined) return false;
  if (detail === undefined) return code === NOT_FOUND_CODE;
  if (!NOT_FOUND_MESSAGE.test(detail)) return false;
  const sids = detail.match(SIDS_IN_TEXT) ?? [];
  // Without a code the message must name the resource: a gateway says “Not found” as well.
  if (sids.length === 0) return code === NOT_FOUND_CODE && !/(?:^|\s)\/\S/.test(detail);
  return sids.every((sid) => path.toLowerCase().includes(sid.toLowerCase()));
}
