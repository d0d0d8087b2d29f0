import type { ResourcePrefix } from '../resources/resourceKind.ts';

/**
 * What went wrong, with the data for a message about it. Never contains credentials, headers or Task data.
 * Everything except `detail` may be logged: `detail` is Twilio's own text and can repeat parts of the request.
 *
 * A numeric `code` is one of https://www.twilio.com/docs/api/errors, and `detail` is the message of Twilio's
 * error body (https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions) as one line of
 * at most 200 characters. A `code` that is a string comes from the operating system, Node.js or OpenSSL, such
 * as `ECONNREFUSED`. `host` is the host of the request, with its port if it has one, `status` the HTTP status,
 * and `prefix` the prefix of the requested SID.
 */
export type Failure =
  /** The extension runs in a browser, where Twilio's API does not allow requests from other origins. */
  | { readonly kind: 'browser' }
  /** The profile of the environment lacks `variables`, such as `TWILIO_AUTH_TOKEN`; never empty. */
  | { readonly kind: 'missingCredentials'; readonly variables: readonly string[] }
  /** An environment variable with an invalid value, which is not repeated here. */
  | { readonly kind: 'invalidEnvironment'; readonly variable: string }
  /** `TWILIO_REGION` is set to a region that needs an edge, but `TWILIO_EDGE` is not set. */
  | { readonly kind: 'missingEdge'; readonly region: string }
  /** A stored profile has a base URL that credentials must not be sent to. */
  | { readonly kind: 'profileNotUsable'; readonly profileName: string }
  /** There is no profile with this id. */
  | { readonly kind: 'unknownProfile'; readonly profileId: string }
  /**
   * VS Code's secret storage has no secret that the profile may use; see {@link MissingSecretReason}. The
   * profile itself is kept.
   */
  | {
      readonly kind: 'secretUnavailable';
      readonly profileId: string;
      readonly profileName: string;
      readonly reason: MissingSecretReason;
    }
  /** The profile has changed to another account or host since this was fetched from `host`. */
  | { readonly kind: 'profileMoved'; readonly profileName: string; readonly host: string }
  /** Credentials must not be sent to `taskrouter.apiBaseUrl`. Not repeated here: it can hold a password. */
  | { readonly kind: 'baseUrlNotAllowed' }
  /** A SID in the request is malformed or of the wrong kind, so nothing was sent. */
  | { readonly kind: 'malformedSid' }
  /** 401 in US1 or from a custom base URL: wrong SID or secret, suspended account, or wrong region. */
  | {
      readonly kind: 'unauthorized';
      readonly host: string;
      readonly code?: number;
      readonly detail?: string;
    }
  /**
   * 401 in another region than US1: credentials are valid in one region only
   * (https://www.twilio.com/docs/global-infrastructure/manage-regional-api-credentials).
   */
  | {
      readonly kind: 'unauthorizedInRegion';
      readonly host: string;
      readonly region: string;
      readonly code?: number;
      readonly detail?: string;
    }
  /** 403: the account is closed, or TaskRouter or a proxy denies access. */
  | {
      readonly kind: 'forbidden';
      readonly host: string;
      readonly code?: number;
      readonly detail?: string;
    }
  /**
   * A restricted key without the TaskRouter permission. By https://www.twilio.com/docs/api/errors/70051, the
   * code also stands for unknown, suspended and mismatched accounts and keys.
   */
  | {
      readonly kind: 'restrictedKey';
      readonly host: string;
      readonly code: 70051;
      readonly detail?: string;
    }
  /**
   * 404 from TaskRouter itself for a single resource: the usual answer for a Task some minutes after it is
   * completed or canceled.
   */
  | {
      readonly kind: 'notFound';
      readonly host: string;
      readonly prefix: ResourcePrefix;
      readonly code?: number;
    }
  /**
   * 404 from Twilio, but not about the resource: the host does not serve the path, as in a region without
   * TaskRouter. `region` is that of the host if it is one of Twilio's.
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
  /** 409 or 412: the resource changed during the request. */
  | {
      readonly kind: 'conflict';
      readonly host: string;
      readonly status: number;
      readonly code?: number;
      readonly detail?: string;
    }
  /** 429: not processed, even after retries. `retryAfterSeconds` is from `Retry-After`, at least 0. */
  | {
      readonly kind: 'rateLimited';
      readonly host: string;
      readonly code?: number;
      readonly detail?: string;
      readonly retryAfterSeconds?: number;
    }
  /** 500 to 599, from TaskRouter or a gateway; 503 even after retries. */
  | {
      readonly kind: 'server';
      readonly host: string;
      readonly status: number;
      readonly code?: number;
      readonly detail?: string;
      /** At least 0. */
      readonly retryAfterSeconds?: number;
    }
  /** 300 to 399 except 304: TaskRouter never redirects, and credentials must not go to another URL. */
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
  /** The whole call, including retries, waits and bodies, took longer than the setting allows. */
  | { readonly kind: 'timeout'; readonly host: string; readonly seconds: number }
  /** The host name could not be resolved. */
  | { readonly kind: 'dns'; readonly host: string; readonly code: string }
  /** The host refused the connection. */
  | { readonly kind: 'refused'; readonly host: string; readonly code: string }
  /** The connection was interrupted before the answer was complete. */
  | { readonly kind: 'reset'; readonly host: string; readonly code: string }
  /** No secure connection: `code` is from OpenSSL or Node.js. */
  | {
      readonly kind: 'tls';
      readonly host: string;
      readonly code: string;
      readonly problem: TlsProblem;
    }
  /**
   * The proxy of VS Code's `http.proxy` or of the environment cannot be reached (`code`, if the system gives
   * one) or requires authentication (`status` 407).
   */
  | {
      readonly kind: 'proxy';
      readonly host: string;
      readonly code?: string;
      readonly status?: number;
    }
  /** Any other failure of the connection, such as `EHOSTUNREACH` or `ETIMEDOUT`. */
  | { readonly kind: 'network'; readonly host: string; readonly code: string }
  /** The body is longer than `limitMegabytes`. */
  | { readonly kind: 'tooLarge'; readonly host: string; readonly limitMegabytes: number }
  /** A list of Workspaces does not end: more than `limit` Workspaces, or as many empty pages. */
  | { readonly kind: 'tooManyWorkspaces'; readonly host: string; readonly limit: number }
  /** 200 with a body that is not JSON in UTF-8. */
  | { readonly kind: 'notJson'; readonly host: string }
  /** 200 with JSON that is not a resource: not an object, or without a `sid`. */
  | { readonly kind: 'notTask'; readonly host: string; readonly prefix: ResourcePrefix }
  /** 200 with another resource than the requested one, or one of another Workspace or Task. */
  | { readonly kind: 'anotherTask'; readonly host: string; readonly prefix: ResourcePrefix }
  /** Not a page of a list, or one whose next page is on another host or path; not statistics. */
  | { readonly kind: 'unexpectedAnswer'; readonly host: string }
  /** A bug of this extension, or a part of it that cannot be loaded. The log says more. */
  | { readonly kind: 'internal' };

/**
 * The only error with which requests to TaskRouter reject; cancelling is not a failure. Use `asFailure` rather
 * than `instanceof`, as each bundle has its own copy of this class.
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
 * Why TLS fails: the certificate is self-signed, signed by an unknown authority, expired, not valid yet, or
 * for another host, or there is any other problem.
 */
export type TlsProblem =
  'selfSigned' | 'untrusted' | 'expired' | 'notYetValid' | 'wrongHost' | 'other';

/**
 * Why there is no usable secret. `missing`: the secret storage has none, as on another machine.
 * `unreadable`: it failed, for example without a keyring. `foreign`: the stored secret belongs to another SID
 * or host. `unverified`: an earlier version stored it without its SID and host.
 */
export type MissingSecretReason = 'missing' | 'unreadable' | 'foreign' | 'unverified';

/**
 * The failure of a `TaskRouterFailure`. Returns `undefined` for any other error. Compares the name, as each
 * bundle has its own copy of the class.
 */
export function asFailure(error: unknown): Failure | undefined {
  return error instanceof Error && error.name === 'TaskRouterFailure' && 'failure' in error
    ? (error.failure as Failure)
    : undefined;
}

/**
 * The loggable part of an unexpected error: its class and its stack frames. Its message can contain Task data
 * or URLs, and so can lines of the stack, so only lines that end with a file position are kept.
 */
export function stackFrames(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const name = /^\w{1,50}$/.test(error.name) ? error.name : 'Error';
  const stack = (error.stack ?? '').replace(error.message, '');
  const frames = stack.split('\n').filter((line) => FRAME.test(line));
  return [name, ...frames].join('\n');
}

/**
 * Such as `at name (file:///x.js:1:2)`, `at async /x.js:1:2` and `at Array.map (<anonymous>)`; VS Code indents
 * them with a tab.
 */
const FRAME = /^(?: {4}|\t)at [^\s"'{]*(?: [^\s"'{]+){0,4}(?::\d+:\d+|<anonymous>|index \d+)\)?$/;
