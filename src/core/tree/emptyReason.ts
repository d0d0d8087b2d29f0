import type { Failure } from '../taskrouter/failure.ts';

/** Why the tree has no rows at all, where a page of its own says so and leads on. */
export type EmptyReason =
  | 'noProfile'
  /** There are several, and none was chosen for this window. */
  | 'noChoice'
  /** The folder is not trusted. Credentials are used once the user chooses to. */
  | 'untrusted'
  | 'noWorkspace'
  /** No account can be read from here. */
  | 'browser'
  | 'noSecret'
  /** An earlier version stored the secret. It is used once the user has verified it. */
  | 'unverified'
  /** It reads from another host than what was listed. */
  | 'moved'
  /** The profile has to be mended or added anew. */
  | 'unusable'
  | 'denied'
  | 'offline';

/** The page that a failure of the root leads to; nothing where a row says it, and can be tried again. */
export function emptyReason(failure: Failure): EmptyReason | undefined {
  switch (failure.kind) {
    case 'browser':
      return 'browser';
    case 'secretUnavailable':
      return failure.reason === 'unverified' ? 'unverified' : 'noSecret';
    case 'profileMoved':
      return 'moved';
    case 'missingCredentials':
    case 'invalidEnvironment':
    case 'missingEdge':
    case 'unknownProfile':
    case 'profileNotUsable':
    case 'baseUrlNotAllowed':
      return 'unusable';
    case 'unauthorized':
    case 'unauthorizedInRegion':
    case 'forbidden':
    case 'restrictedKey':
      return 'denied';
    case 'timeout':
    case 'dns':
    case 'refused':
    case 'reset':
    case 'tls':
    case 'proxy':
    case 'network':
      return 'offline';
    case 'malformedSid':
    case 'notFound':
    case 'notServed':
    case 'badRequest':
    case 'conflict':
    case 'rateLimited':
    case 'server':
    case 'redirected':
    case 'unexpectedStatus':
    case 'tooLarge':
    case 'tooManyWorkspaces':
    case 'notJson':
    case 'notTask':
    case 'anotherTask':
    case 'unexpectedAnswer':
    case 'internal':
      return undefined;
  }
}
