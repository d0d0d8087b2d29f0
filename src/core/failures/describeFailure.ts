import { describeDuration } from '../messages/duration.ts';
import { message, type Message } from '../messages/message.ts';
import { isRandomId } from '../profiles/profile.ts';
import { resourceKinds } from '../resources/resourceKind.ts';
import type { Failure } from '../taskrouter/failure.ts';
import { describeProxyFailure, describeTlsFailure } from './describeConnectionFailure.ts';
import { describeMissingSecret } from './describeProfileFailure.ts';

/** Describes what happened and what the user can do, followed by Twilio's own message if there is one. */
export function describeFailure(failure: Failure): Message {
  switch (failure.kind) {
    case 'browser':
      return message(
        'VS Code for the Web cannot send credentials to Twilio’s API. Use desktop VS Code, a remote window or a codespace, or explore the sample Workspace.',
      );
    case 'missingCredentials':
      return message(
        'The profile “env” needs variables that are not set where VS Code runs its extensions ({0}). Set them and restart VS Code, or add credentials here.',
        failure.variables.join(', '),
      );
    case 'invalidEnvironment':
      return message(
        'The environment variable {0} is not valid for Twilio. Correct it and restart VS Code.',
        failure.variable,
      );
    case 'missingEdge':
      return message(
        'The region {0} needs an edge. Set TWILIO_EDGE as well and restart VS Code.',
        failure.region,
      );
    case 'unknownProfile':
      return isRandomId(failure.profileId)
        ? message(
            'The Twilio profile of this Task is not available. It was removed, or belongs to another VS Code profile.',
          )
        : message('There is no Twilio profile “{0}”.', failure.profileId);
    case 'profileNotUsable':
      return message(
        'Credentials must not be sent to the address of the profile “{0}”. Remove the profile, and add it again.',
        failure.profileName,
      );
    case 'secretUnavailable':
      return describeMissingSecret(failure);
    case 'profileMoved':
      return message(
        'The profile “{0}” no longer reads from {1}. Fetch again to read from its current account and host.',
        failure.profileName,
        failure.host,
      );
    case 'baseUrlNotAllowed':
      return message(
        'The setting taskrouter.apiBaseUrl must be an https address, or http at localhost, 127.0.0.1 or [::1], without user name, query and fragment. Nothing was sent.',
      );
    case 'malformedSid':
      return message('A SID in this request is malformed. Nothing was sent.');
    case 'unauthorized':
      return withDetail(
        message(
          '{0} refused the credentials ({1}). Check the SID, the secret, the region and the account, or enter other credentials.',
          failure.host,
          failure.code ?? 401,
        ),
        failure.detail,
      );
    case 'unauthorizedInRegion':
      return withDetail(
        message(
          '{0} refused the credentials ({1}). Check that they belong to {2}, as each region has its own. Check the SID, the secret and the account, or enter other credentials.',
          failure.host,
          failure.code ?? 401,
          failure.region,
        ),
        failure.detail,
      );
    case 'forbidden':
      return withDetail(
        message(
          '{0} does not allow these credentials to read TaskRouter ({1}). Check that the account is active, the credentials have the permission, and no proxy forbids it.',
          failure.host,
          failure.code ?? 403,
        ),
        failure.detail,
      );
    case 'restrictedKey':
      return withDetail(
        message(
          '{0} does not allow this key to read TaskRouter ({1}). Give it the TaskRouter permission, or use a standard key. Check that key and account belong together.',
          failure.host,
          failure.code,
        ),
        failure.detail,
      );
    case 'notFound':
      return describeMissing(failure);
    case 'notServed':
      return withDetail(describeNotServed(failure), failure.detail);
    case 'badRequest':
      return withDetail(
        message(
          '{0} did not accept the request ({1}). Check the SID or the filter.',
          failure.host,
          statusAndCode(failure),
        ),
        failure.detail,
      );
    case 'conflict':
      return withDetail(
        message(
          '{0} could not answer because of a conflict ({1}). Try again.',
          failure.host,
          statusAndCode(failure),
        ),
        failure.detail,
      );
    case 'rateLimited':
      return withDetail(
        message(
          '{0} gets too many requests from this account ({1}). {2}.',
          failure.host,
          statusAndCode({ ...failure, status: 429 }),
          describeRetry(failure.retryAfterSeconds),
        ),
        failure.detail,
      );
    case 'server':
      return withDetail(
        message(
          '{0} failed temporarily with status {1}. {2}.',
          failure.host,
          statusAndCode(failure),
          describeRetry(failure.retryAfterSeconds),
        ),
        failure.detail,
      );
    case 'redirected':
      return withDetail(
        message(
          '{0} answered with a redirect ({1}), which credentials do not follow. Check the address, and whether a proxy or a sign-in page is in between.',
          failure.host,
          statusAndCode(failure),
        ),
        failure.detail,
      );
    case 'unexpectedStatus':
      return withDetail(
        message(
          'Unexpected response from {0} ({1}). Check that this address is TaskRouter. The log names the request.',
          failure.host,
          statusAndCode(failure),
        ),
        failure.detail,
      );
    case 'timeout':
      return message(
        '{0} did not answer completely within {1} s. Try again, or raise taskrouter.requestTimeoutSeconds.',
        failure.host,
        failure.seconds,
      );
    case 'dns':
      return message(
        'The host {0} was not found ({1}). Check the network connection, and the region and edge or base URL of the profile.',
        failure.host,
        failure.code,
      );
    case 'refused':
      return message(
        'Connection to {0} was refused ({1}). Check the address and your firewall.',
        failure.host,
        failure.code,
      );
    case 'reset':
      return message(
        'The connection to {0} was interrupted ({1}). Try again. If it happens again, check the proxy and the firewall.',
        failure.host,
        failure.code,
      );
    case 'tls':
      return describeTlsFailure(failure);
    case 'proxy':
      return describeProxyFailure(failure);
    case 'network':
      return message(
        'Could not connect to {0} ({1}). Check the network connection and the proxy settings.',
        failure.host,
        failure.code,
      );
    case 'tooLarge':
      return message(
        'The answer of {0} is longer than {1} MB and was not read to its end. Check that this address is TaskRouter.',
        failure.host,
        failure.limitMegabytes,
      );
    case 'tooManyWorkspaces':
      return message(
        '{0} lists more than {1} Workspaces. Fetch the Task with its Workspace SID, or check that this address is TaskRouter.',
        failure.host,
        failure.limit,
      );
    case 'notJson':
      return message(
        '{0} answered something that is not JSON. Check for a proxy or a sign-in page.',
        failure.host,
      );
    case 'notTask':
      return message(
        '{0} answered with JSON that is not the expected {1}, and it is not shown. Check that this address is TaskRouter.',
        failure.host,
        resourceKinds[failure.prefix].name,
      );
    case 'anotherTask':
      return message(
        '{0} answered with another {1} than was asked for, and it is not shown. Check for a proxy or a mock.',
        failure.host,
        resourceKinds[failure.prefix].name,
      );
    case 'unexpectedAnswer':
      return message(
        '{0} answered something else than was asked for, and it is not shown. Check for a proxy or a mock.',
        failure.host,
      );
    case 'internal':
      return message('An unexpected error occurred. See the log.');
  }
}

/** TaskRouter deletes ended Tasks, so that is the probable reason; for other resources it is unknown. */
function describeMissing({ prefix }: Extract<Failure, { kind: 'notFound' }>): Message {
  return prefix === 'WT'
    ? message(
        'TaskRouter has no such Task in this Workspace. It deletes a Task some minutes after it is completed or canceled. If the Task has not ended, check the SID, the Workspace and the profile.',
      )
    : message(
        'TaskRouter has no such {0}. It may be deleted, or belong to another Workspace or account. Check the SID and the profile.',
        resourceKinds[prefix].name,
      );
}

/** Does not say that the resource is missing: another region may serve the same request. */
function describeNotServed(failure: Extract<Failure, { kind: 'notServed' }>): Message {
  const { host, region } = failure;
  const status = statusAndCode({ ...failure, status: 404 });
  return region === undefined
    ? message(
        '{0} does not serve this request ({1}). Check the region and the base URL of the profile.',
        host,
        status,
      )
    : message(
        '{0} does not serve this request in region {1} ({2}). Check the region of the profile.',
        host,
        region,
        status,
      );
}

function describeRetry(afterSeconds: number | undefined): Message {
  return afterSeconds === undefined || afterSeconds === 0
    ? message('Try again in a moment')
    : message('Try again in {0}', describeDuration(afterSeconds));
}

function statusAndCode({ status, code }: { readonly status: number; readonly code?: number }) {
  return code === undefined ? status : `${status}, ${code}`;
}

function withDetail(sentence: Message, detail: string | undefined): Message {
  return detail === undefined ? sentence : message('{0} Twilio says: “{1}”', sentence, detail);
}
