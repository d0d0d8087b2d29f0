import type { Failure } from '../taskrouter/failure.ts';

/**
 * A way on after a failure: the built-in sample; the same again; other credentials for the profile; its
 * secret once more; the secret that an earlier version stored; credentials for a first profile, or of
 * another region; the setting `taskrouter.apiBaseUrl`; Twilio's page about the code of the error; the log.
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

/** The ways on that may help, at most three, the most helpful one first. */
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
 * Twilio's page about the error code of a failure, if it has one. Built from the code alone:
 * `more_info` of an answer could lead anywhere.
 */
export function errorPage(failure: Failure): string | undefined {
  return 'code' in failure && typeof failure.code === 'number'
    ? `https://www.twilio.com/docs/errors/${failure.code}`
    : undefined;
}
