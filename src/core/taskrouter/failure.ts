import type { ResourcePrefix } from '../resources/resourceKind.ts';

/**
 * What went wrong, and all that a sentence about it needs. Never holds a credential, a header or
 * task data. All but `detail` may be logged: that is Twilio's own text, and may repeat what it was
 * sent.
 *
 * HTTP facts come from Twilio's error body, see
 * https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions: a numeric `code` is
 * one of https://www.twilio.com/docs/api/errors, `detail` one line of at most 200 characters. A `code`
 * that is a string is the system's, such as `ECONNREFUSED`. `host` is that of the request, with its
 * port if it names one, `status` that of HTTP, and `prefix` that of the SID that was asked for.
 */
export type Failure =
  /** The extension runs in a browser, which can sign in nowhere: Twilio's API allows no other origin. */
  | { readonly kind: 'browser' }
  /** The environment was asked for and lacks `variables`, such as `TWILIO_AUTH_TOKEN`; never empty. */
  | { readonly kind: 'missingCredentials'; readonly variables: readonly string[] }
  /** A variable of the environment that cannot be meant so; its value is not repeated. */
  | { readonly kind: 'invalidEnvironment'; readonly variable: string }
  /** `TWILIO_REGION` is set to one that can be reached only through an edge, and none is set. */
  | { readonly kind: 'missingEdge'; readonly region: string }
  /** A stored profile reads from an address that credentials must not go to. */
  | { readonly kind: 'profileNotUsable'; readonly profileName: string }
  /** A profile id that belongs to no profile. */
  | { readonly kind: 'unknownProfile'; readonly profileId: string }
  /**
   * VS Code's secret store has no secret that the profile may use: none (another machine, a browser that
   * forgot), no answer (no keyring), another's, or one that is not known to be its own. The profile stays.
   */
  | {
      readonly kind: 'secretUnavailable';
      readonly profileId: string;
      readonly profileName: string;
      readonly reason: MissingSecretReason;
    }
  /** What was read from `host` is of a profile that has another account or host by now. */
  | { readonly kind: 'profileMoved'; readonly profileName: string; readonly host: string }
  /** `taskrouter.apiBaseUrl` is no address that credentials may go to. It can hold a password. */
  | { readonly kind: 'baseUrlNotAllowed' }
  /** What was to be asked for has a SID that is none of its kind, so that nothing was sent. */
  | { readonly kind: 'malformedSid' }
  /** 401 in US1 or from a custom base URL: wrong SID or secret, suspended account, other region. */
  | {
      readonly kind: 'unauthorized';
      readonly host: string;
      readonly code?: number;
      readonly detail?: string;
    }
  /** 401 where the profile names another region: keys and tokens belong to one region each. */
  | {
      readonly kind: 'unauthorizedInRegion';
      readonly host: string;
      readonly region: string;
      readonly code?: number;
      readonly detail?: string;
    }
  /** 403: the account is closed, access is denied, or something in between denies it. */
  | {
      readonly kind: 'forbidden';
      readonly host: string;
      readonly code?: number;
      readonly detail?: string;
    }
  /**
   * A restricted key without the TaskRouter permission. By Twilio's list of errors, 70051 stands for
   * unknown, suspended and mismatched accounts and keys as well.
   */
  | {
      readonly kind: 'restrictedKey';
      readonly host: string;
      readonly code: 70051;
      readonly detail?: string;
    }
  /**
   * 404 from TaskRouter itself, about a single resource: for a Task the usual answer some minutes after
   * it has ended.
   */
  | {
      readonly kind: 'notFound';
      readonly host: string;
      readonly prefix: ResourcePrefix;
      readonly code?: number;
    }
  /**
   * 404 in Twilio's words, and about something else than the resource: what was asked for is not served
   * there, as in a region without TaskRouter. `region` is that of the host, where it is one of Twilio's.
   */
  | {
      readonly kind: 'notServed';
      readonly host: string;
      readonly region?: string;
      readonly code?: number;
      readonly detail?: string;
    }
  /** 400 or 422: TaskRouter does not accept a SID or a parameter. */
  | {
      readonly kind: 'badRequest';
      readonly host: string;
      readonly status: number;
      readonly code?: number;
      readonly detail?: string;
    }
  /** 409 or 412: it changes under the request. */
  | {
      readonly kind: 'conflict';
      readonly host: string;
      readonly status: number;
      readonly code?: number;
      readonly detail?: string;
    }
  /** 429, not processed, also after retries. `retryAfterSeconds`, as Twilio asks, is at least 0. */
  | {
      readonly kind: 'rateLimited';
      readonly host: string;
      readonly code?: number;
      readonly detail?: string;
      readonly retryAfterSeconds?: number;
    }
  /** 500 to 599, from TaskRouter or a gateway before it; 503 also after retries. */
  | {
      readonly kind: 'server';
      readonly host: string;
      readonly status: number;
      readonly code?: number;
      readonly detail?: string;
      /** At least 0. */
      readonly retryAfterSeconds?: number;
    }
  /** 300 to 399 without 304: TaskRouter never redirects, and credentials do not follow. */
  | {
      readonly kind: 'redirected';
      readonly host: string;
      readonly status: number;
      readonly code?: number;
      readonly detail?: string;
    }
  /** Any other status that is not 200. */
  | {
      readonly kind: 'unexpectedStatus';
      readonly host: string;
      readonly status: number;
      readonly code?: number;
      readonly detail?: string;
    }
  /** The whole call, its retries, waits and bodies included, took longer than the setting allows. */
  | { readonly kind: 'timeout'; readonly host: string; readonly seconds: number }
  /** The name of the host could not be looked up. */
  | { readonly kind: 'dns'; readonly host: string; readonly code: string }
  /** The machine answers, but nothing listens there. */
  | { readonly kind: 'refused'; readonly host: string; readonly code: string }
  /** The connection broke off before the answer was complete. */
  | { readonly kind: 'reset'; readonly host: string; readonly code: string }
  /** No connection that can be trusted: `code` is OpenSSL's or Node's. */
  | {
      readonly kind: 'tls';
      readonly host: string;
      readonly code: string;
      readonly problem: TlsProblem;
    }
  /**
   * The proxy on the way, by VS Code's `http.proxy` or the environment's, cannot be reached (`code`
   * where the system gave one), or wants credentials (`status` 407).
   */
  | {
      readonly kind: 'proxy';
      readonly host: string;
      readonly code?: string;
      readonly status?: number;
    }
  /** Any other failure of the connection, such as `EHOSTUNREACH` or `ETIMEDOUT`. */
  | { readonly kind: 'network'; readonly host: string; readonly code: string }
  /** The body is longer than what is read, which is `limitMegabytes`. */
  | { readonly kind: 'tooLarge'; readonly host: string; readonly limitMegabytes: number }
  /** A list of Workspaces without end: more than `limit` of them, or of pages that have none. */
  | { readonly kind: 'tooManyWorkspaces'; readonly host: string; readonly limit: number }
  /** 200 with a body that is not JSON in UTF-8. */
  | { readonly kind: 'notJson'; readonly host: string }
  /** 200 with JSON that is no Task, or whatever was asked for: no object, or one without a `sid`. */
  | { readonly kind: 'notTask'; readonly host: string; readonly prefix: ResourcePrefix }
  /** Another `sid`, or of another Workspace or Task, than the one that was asked for. */
  | { readonly kind: 'anotherTask'; readonly host: string; readonly prefix: ResourcePrefix }
  /** A page of a list that is none, or that leads to another host or list; statistics that are none. */
  | { readonly kind: 'unexpectedAnswer'; readonly host: string };

/**
 * The one error that reading from TaskRouter rejects with. Cancelling is not a failure. Ask
 * `asFailure` for it, not `instanceof`: what is built by itself has a class of its own.
 */
export class TaskRouterFailure extends Error {
  override readonly name = 'TaskRouterFailure';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`TaskRouter request failed: ${failure.kind}`);
    this.failure = failure;
  }
}

/**
 * What is wrong with the certificate of a server: it signed itself, nobody known signed it, it has
 * expired, it is not valid yet, it is another host's. `other` is all else that keeps TLS from working.
 */
export type TlsProblem =
  'selfSigned' | 'untrusted' | 'expired' | 'notYetValid' | 'wrongHost' | 'other';

/**
 * Why there is no secret to use: the store has none (`missing`), or could not answer (`unreadable`); the
 * one that it has is of another SID or host (`foreign`); or an earlier version stored it without saying of
 * which (`unverified`).
 */
export type MissingSecretReason = 'missing' | 'unreadable' | 'foreign' | 'unverified';

/**
 * What a `TaskRouterFailure` says; nothing for any other error. By its name, so that it counts from
 * whatever file it comes: what is built by itself has a class of its own.
 */
export function asFailure(error: unknown): Failure | undefined {
  return error instanceof Error && error.name === 'TaskRouterFailure' && 'failure' in error
    ? (error.failure as Failure)
    : undefined;
}

/**
 * What a log may say of an error that nobody foresaw: its class and where it arose. Its message may hold
 * anything, even task data or an address; so may the lines of a stack that look like frames of one, of
 * which only those count that end with a place in a file.
 */
export function stackFrames(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const name = /^\w{1,50}$/.test(error.name) ? error.name : 'Error';
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((line) => FRAME.test(line));
  return [name, ...frames].join('\n');
}

/** Such as `at name (file:///x.js:1:2)`, `at async /x.js:1:2`, `at Array.map (<anonymous>)`; VS Code indents by a tab. */
const FRAME = /^(?: {4}|\t)at [^\s"'{]*(?: [^\s"'{]+){0,4}(?::\d+:\d+|<anonymous>|index \d+)\)?$/;
