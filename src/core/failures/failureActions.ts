import type { Failure } from '../taskrouter/failure.ts';

/**
 * What the user can do after a failure. `verifySecret` confirms a secret that an earlier version stored,
 * `openBaseUrlSetting` shows `taskrouter.apiBaseUrl`, and `openErrorPage` shows Twilio's page about the error
 * code.
 */
export type FailureAction =
  | 'exploreSample'
  | 'tryAgain'
  | 'changeCredentials'
  | 'enterSecret'
  | 'verifySecret'
  | 'addCredentials'
  | 'changeRegion'
  | 'openBaseUrlSetting'
  | 'openErrorPage'
  | 'showLog';

/** The actions that can help, at most three, the most helpful one first. */
export function failureActions(failure: Failure): readonly FailureAction[] {
  const page: FailureAction[] = errorPage(failure) === undefined ? [] : ['openErrorPage'];
  switch (failure.kind) {
    case 'browser':
      return ['exploreSample'];
    case 'profileNotUsable':
    case 'missingCredentials':
    case 'invalidEnvironment':
    case 'missingEdge':
    case 'unknownProfile':
      return ['addCredentials'];
    case 'secretUnavailable':
      return [failure.reason === 'unverified' ? 'verifySecret' : 'enterSecret'];
    case 'baseUrlNotAllowed':
      return ['openBaseUrlSetting'];
    case 'unauthorized':
    case 'unauthorizedInRegion':
    case 'forbidden':
    case 'restrictedKey':
      return ['changeCredentials', ...page, 'showLog'];
    case 'conflict':
    case 'rateLimited':
    case 'server':
    case 'redirected':
      return ['tryAgain', ...page, 'showLog'];
    case 'notServed':
      return ['changeRegion', ...page, 'showLog'];
    case 'timeout':
    case 'dns':
    case 'refused':
    case 'reset':
    case 'tls':
    case 'proxy':
    case 'network':
    case 'notJson':
    case 'internal':
      return ['tryAgain', 'showLog'];
    case 'badRequest':
    case 'unexpectedStatus':
    case 'notFound':
      return [...page, 'showLog'];
    case 'profileMoved':
    case 'malformedSid':
    case 'tooLarge':
    case 'tooManyWorkspaces':
    case 'notTask':
    case 'anotherTask':
    case 'unexpectedAnswer':
      return ['showLog'];
  }
}

/**
 * Twilio's page about the error code of a failure, if it has one. Built from the code alone, as `more_info`
 * in an answer could be any URL.
 */
export function errorPage(failure: Failure): string | undefined {
  return 'code' in failure && typeof failure.code === 'number'
    ? `https://www.twilio.com/docs/errors/${failure.code}`
    : undefined;
}
