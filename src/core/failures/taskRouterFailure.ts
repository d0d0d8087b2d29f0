/**
 * What went wrong, and all that a sentence about it needs. Never holds a credential, a header or
 * task data, so that it can be logged whole.
 *
 * HTTP facts come from Twilio's error body (`code`, `message`), see
 * https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions.
 */
export type Failure =
  /** No profile: what the environment lacks, such as `TWILIO_AUTH_TOKEN`; never empty. */
  | { readonly kind: 'missingCredentials'; readonly variables: readonly string[] }
  /** A variable of the environment that cannot be meant so; its value is not repeated. */
  | { readonly kind: 'invalidEnvironment'; readonly variable: string }
  /** `TWILIO_REGION` is set to one that can be reached only through an edge, and none is set. */
  | { readonly kind: 'missingEdge'; readonly region: string }
  /** A profile id that belongs to no profile. */
  | { readonly kind: 'unknownProfile'; readonly profileId: string }
  /** `taskrouter.apiBaseUrl` is no address that credentials may go to. It can hold a password. */
  | { readonly kind: 'baseUrlNotAllowed' }
  /** 401. The key or the secret is wrong, the account is suspended, or it is another region's. */
  | { readonly kind: 'unauthorized'; readonly host: string; readonly code?: number }
  /** 403: the account is closed, or the key may not read TaskRouter. */
  | { readonly kind: 'forbidden'; readonly host: string; readonly code?: number }
  /** 404 from TaskRouter itself, for a Task: the usual answer some minutes after it has ended. */
  | { readonly kind: 'notFound'; readonly host: string }
  /** 429, not processed. `retryAfterSeconds` is at least 0. */
  | { readonly kind: 'rateLimited'; readonly host: string; readonly retryAfterSeconds?: number }
  /** 500 to 599, from TaskRouter or a gateway before it. */
  | { readonly kind: 'server'; readonly host: string; readonly status: number }
  /** 300 to 399: TaskRouter never redirects, and credentials do not follow. */
  | { readonly kind: 'redirected'; readonly host: string; readonly status: number }
  /** Any other status that is not 200. */
  | {
      readonly kind: 'unexpectedStatus';
      readonly host: string;
      readonly status: number;
      readonly code?: number;
    }
  /** The whole exchange, body included, took longer than the setting allows. */
  | { readonly kind: 'timeout'; readonly host: string; readonly seconds: number }
  /** No answer at all, or it broke off; `code` is the system's, such as `ECONNREFUSED`. */
  | { readonly kind: 'network'; readonly host: string; readonly code: string }
  /** The body is longer than what is read, which is `limitMegabytes`. */
  | { readonly kind: 'tooLarge'; readonly host: string; readonly limitMegabytes: number }
  /** 200 with a body that is not JSON in UTF-8. */
  | { readonly kind: 'notJson'; readonly host: string }
  /** JSON, but not what was asked for: no object, no list, or another Task's `sid`. */
  | { readonly kind: 'unexpectedAnswer'; readonly host: string };

/** The one error that reading from TaskRouter rejects with. Cancelling is not a failure. */
export class TaskRouterFailure extends Error {
  override readonly name = 'TaskRouterFailure';
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(`TaskRouter request failed: ${failure.kind}`);
    this.failure = failure;
  }
}
