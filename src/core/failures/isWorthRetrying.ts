import type { Failure } from './taskRouterFailure.ts';

/** Whether the same request may well succeed a moment later, so that offering it makes sense. */
export function isWorthRetrying(failure: Failure): boolean {
  switch (failure.kind) {
    case 'rateLimited':
    case 'server':
    case 'timeout':
    case 'network':
    case 'notJson':
    case 'redirected':
      return true;
    case 'missingCredentials':
    case 'invalidEnvironment':
    case 'missingEdge':
    case 'unknownProfile':
    case 'baseUrlNotAllowed':
    case 'unauthorized':
    case 'forbidden':
    case 'notFound':
    case 'unexpectedStatus':
    case 'tooLarge':
    case 'unexpectedAnswer':
      return false;
  }
}
