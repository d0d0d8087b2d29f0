import { message, type Message } from '../messages/message.ts';
import { resourceKinds } from '../resources/resourceKind.ts';
import type { Failure } from '../taskrouter/failure.ts';

/** Describes a failure in a few words, where there is no space for a sentence. */
export function summarizeFailure(failure: Failure): Message {
  switch (failure.kind) {
    case 'browser':
      return message('not in a browser');
    case 'missingCredentials':
      return message('no credentials');
    case 'profileNotUsable':
    case 'invalidEnvironment':
    case 'missingEdge':
      return message('credentials not usable');
    case 'unknownProfile':
      return message('no such profile');
    case 'secretUnavailable':
      return failure.reason === 'unverified'
        ? message('secret not verified')
        : message('secret not available');
    case 'profileMoved':
      return message('of former host {0}', failure.host);
    case 'baseUrlNotAllowed':
      return message('host not allowed');
    case 'unauthorized':
    case 'unauthorizedInRegion':
      return message('credentials refused');
    case 'forbidden':
    case 'restrictedKey':
      return message('access denied');
    case 'malformedSid':
      return message('malformed SID');
    case 'notFound':
      return message('not found');
    case 'notServed':
      return message('status {0}', 404);
    case 'rateLimited':
      return message('too many requests');
    case 'badRequest':
    case 'conflict':
    case 'server':
    case 'redirected':
    case 'unexpectedStatus':
      return message('status {0}', failure.status);
    case 'timeout':
      return message('no answer within {0} s', failure.seconds);
    case 'dns':
      return message('host not found');
    case 'refused':
      return message('connection refused');
    case 'reset':
      return message('connection interrupted');
    case 'tls':
      return message('no secure connection');
    case 'proxy':
      return message('proxy failed');
    case 'network':
      return message('not reachable');
    case 'tooLarge':
      return message('answer too long');
    case 'tooManyWorkspaces':
      return message('too many Workspaces');
    case 'notJson':
      return message('not JSON');
    case 'notTask':
      return failure.prefix === 'WT' ? message('not a Task') : message('unexpected answer');
    case 'anotherTask':
      return message('another {0}', resourceKinds[failure.prefix].name);
    case 'unexpectedAnswer':
      return message('not a list');
    case 'internal':
      return message('unexpected error');
  }
}
