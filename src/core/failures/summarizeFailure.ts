import { message, type Message } from '../messages/message.ts';
import type { Failure } from './taskRouterFailure.ts';

/** What went wrong in a few words, for where a sentence has no room. */
export function summarizeFailure(failure: Failure): Message {
  switch (failure.kind) {
    case 'missingCredentials':
      return message('no credentials');
    case 'invalidEnvironment':
    case 'missingEdge':
      return message('credentials not usable');
    case 'unknownProfile':
      return message('no such profile');
    case 'baseUrlNotAllowed':
      return message('host not allowed');
    case 'unauthorized':
      return message('credentials refused');
    case 'forbidden':
      return message('access denied');
    case 'notFound':
      return message('not found');
    case 'rateLimited':
      return message('too many requests');
    case 'server':
    case 'redirected':
    case 'unexpectedStatus':
      return message('status {0}', failure.status);
    case 'timeout':
      return message('no answer within {0} s', failure.seconds);
    case 'network':
      return message('not reachable');
    case 'tooLarge':
      return message('answer too long');
    case 'notJson':
    case 'unexpectedAnswer':
      return message('not a Task');
  }
}
