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
        'VS Code for the Web cannot send credentials to Twilio’s API, as it runs in the browser alone: open the folder in desktop VS Code, in a remote window or in a codespace, or explore the sample Workspace.',
      );
    case 'missingCredentials':
      return message(
        'The profile “env” needs variables that are not set where VS Code runs its extensions ({0}): set them and restart VS Code, or add credentials here.',
        failure.variables.join(', '),
      );
    case 'invalidEnvironment':
      return message(
        'The environment variable {0} does not hold what Twilio expects there: correct it and restart VS Code.',
        failure.variable,
      );
    case 'missingEdge':
      return message(
        'The region {0} is reached through an edge: set TWILIO_EDGE as well and restart VS Code.',
        failure.region,
      );
    case 'unknownProfile':
      return isRandomId(failure.profileId)
        ? message(
            'The Twilio profile of this Task is not here. It was removed, or belongs to another VS Code profile.',
          )
        : message('There is no Twilio profile “{0}” here.', failure.profileId);
    case 'profileNotUsable':
      return message(
        'The profile “{0}” reads from an address that credentials must not go to: remove it, and add it again.',
        failure.profileName,
      );
    case 'secretUnavailable':
      return describeMissingSecret(failure);
    case 'profileMoved':
      return message(
        'The profile “{0}” no longer reads from {1}. Fetch again to read from its present account and host.',
        failure.profileName,
        failure.host,
      );
    case 'baseUrlNotAllowed':
      return message(
        'Nothing was sent: the setting taskrouter.apiBaseUrl takes an https address, or http at localhost, 127.0.0.1 or [::1], without user name, query and fragment.',
      );
    case 'malformedSid':
      return message('Nothing was sent: a SID in this request is malformed.');
    case 'unauthorized':
      return withDetail(
        message(
          '{0} refused the credentials ({1}): the SID or the secret is wrong, the account is suspended, or they belong to another region; enter others, or look at the account.',
          failure.host,
          failure.code ?? 401,
        ),
        failure.detail,
      );
    case 'unauthorizedInRegion':
      return withDetail(
        message(
          '{0} refused the credentials ({1}): each region has its own, and these may not be of {2}; else the SID or the secret is wrong, or the account is suspended; enter others, or look at the account.',
          failure.host,
          failure.code ?? 401,
          failure.region,
        ),
        failure.detail,
      );
    case 'forbidden':
      return withDetail(
        message(
          '{0} does not let these credentials read TaskRouter ({1}): look whether the account is active, the credentials have the permission, and no proxy forbids it.',
          failure.host,
          failure.code ?? 403,
        ),
        failure.detail,
      );
    case 'restrictedKey':
      return withDetail(
        message(
          '{0} does not let this key read TaskRouter ({1}): give it the TaskRouter permission or use a standard key, and look whether key and account belong together and are active.',
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
          '{0} did not accept the request ({1}): look at the SID or the filter, which is not as it expects.',
          failure.host,
          statusAndCode(failure),
        ),
        failure.detail,
      );
    case 'conflict':
      return withDetail(
        message(
          '{0} could not answer because of a conflict ({1}): try again.',
          failure.host,
          statusAndCode(failure),
        ),
        failure.detail,
      );
    case 'rateLimited':
      return withDetail(
        message(
          '{0} gets too many requests from this account ({1}): {2}.',
          failure.host,
          statusAndCode({ ...failure, status: 429 }),
          describeRetry(failure.retryAfterSeconds),
        ),
        failure.detail,
      );
    case 'server':
      return withDetail(
        message(
          '{0} failed with status {1}, which usually passes: {2}.',
          failure.host,
          statusAndCode(failure),
          describeRetry(failure.retryAfterSeconds),
        ),
        failure.detail,
      );
    case 'redirected':
      return withDetail(
        message(
          '{0} answered with a redirect ({1}), which credentials do not follow: look whether the address is right, or a proxy or a sign-in page stands in between.',
          failure.host,
          statusAndCode(failure),
        ),
        failure.detail,
      );
    case 'unexpectedStatus':
      return withDetail(
        message(
          '{0} answered with status {1}, which was not to be expected: look whether something else than TaskRouter stands there; the log names the request.',
          failure.host,
          statusAndCode(failure),
        ),
        failure.detail,
      );
    case 'timeout':
      return message(
        '{0} did not answer in full within {1} s: try again, or raise taskrouter.requestTimeoutSeconds.',
        failure.host,
        failure.seconds,
      );
    case 'dns':
      return message(
        'The host {0} was not found ({1}): look at the network connection, and at the region and edge or the base URL that this name comes from.',
        failure.host,
        failure.code,
      );
    case 'refused':
      return message(
        '{0} takes no connections ({1}): nothing listens there now, or a firewall is in the way; look whether the address is right.',
        failure.host,
        failure.code,
      );
    case 'reset':
      return message(
        'The connection to {0} broke off before the answer was complete ({1}): try again; if it stays so, a proxy or a firewall may be in the way.',
        failure.host,
        failure.code,
      );
    case 'tls':
      return describeTlsFailure(failure);
    case 'proxy':
      return describeProxyFailure(failure);
    case 'network':
      return message(
        'The connection to {0} failed ({1}): look at the network connection and the proxy settings.',
        failure.host,
        failure.code,
      );
    case 'tooLarge':
      return message(
        'The answer of {0} is longer than {1} MB and was not read to its end: look whether something else than TaskRouter stands there.',
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
        '{0} answered something that is not JSON: look whether a proxy or a sign-in page stands in between.',
        failure.host,
      );
    case 'notTask':
      return message(
        '{0} answered with JSON that is no {1}, so it is not shown: look whether something else than TaskRouter stands there.',
        failure.host,
        resourceKinds[failure.prefix].name,
      );
    case 'anotherTask':
      return message(
        '{0} answered with another {1} than the one that was asked for, so it is not shown: look whether a proxy or a mock answers.',
        failure.host,
        resourceKinds[failure.prefix].name,
      );
    case 'unexpectedAnswer':
      return message(
        '{0} answered something else than what was asked for, so it is not shown: look whether a proxy or a mock answers.',
        failure.host,
      );
  }
}

/** TaskRouter deletes ended Tasks, so that is the probable reason; for other resources it is unknown. */
function describeMissing({ prefix }: Extract<Failure, { kind: 'notFound' }>): Message {
  return prefix === 'WT'
    ? message(
        'TaskRouter has no such Task in this Workspace: it deletes a Task some minutes after it is completed or canceled; if it has not ended, look at its SID, the Workspace and the profile.',
      )
    : message(
        'TaskRouter has no such {0}: it may be gone, or be of another Workspace or account; look at its SID and the profile.',
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
    ? message('try again in a moment')
    : message('try again in {0}', describeDuration(afterSeconds));
}

function statusAndCode({ status, code }: { readonly status: number; readonly code?: number }) {
  return code === undefined ? status : `${status}, ${code}`;
}

function withDetail(sentence: Message, detail: string | undefined): Message {
  return detail === undefined ? sentence : message('{0} Twilio says: “{1}”', sentence, detail);
}
