import { message, type Message } from '../messages/message.ts';
import type { Failure } from './taskRouterFailure.ts';

/** One sentence that is true and says what can be done. */
export function describeFailure(failure: Failure): Message {
  switch (failure.kind) {
    case 'missingCredentials':
      return message(
        'There are no Twilio credentials here: set TWILIO_ACCOUNT_SID, and TWILIO_API_KEY with TWILIO_API_SECRET or TWILIO_AUTH_TOKEN, where VS Code runs its extensions, and start it from there (missing now: {0}).',
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
      return message('There is no Twilio profile “{0}” here.', failure.profileId);
    case 'baseUrlNotAllowed':
      return message(
        'Nothing was sent: the setting taskrouter.apiBaseUrl takes an https address, or http on this machine, without user name, query and fragment.',
      );
    case 'unauthorized':
      return message(
        '{0} refused the credentials ({1}): the SID or the secret is wrong, the account is suspended, or they belong to another region.',
        failure.host,
        failure.code ?? 401,
      );
    case 'forbidden':
      return message(
        '{0} does not let these credentials read TaskRouter ({1}): use a key that has the TaskRouter permission, or look whether the account is active.',
        failure.host,
        failure.code ?? 403,
      );
    case 'notFound':
      return message(
        'TaskRouter has no such Task in this Workspace: it deletes a Task some minutes after it is completed or canceled.',
      );
    case 'rateLimited':
      return failure.retryAfterSeconds === undefined
        ? message(
            '{0} gets too many requests from this account (429): try again later.',
            failure.host,
          )
        : message(
            '{0} gets too many requests from this account (429): try again in {1} s.',
            failure.host,
            failure.retryAfterSeconds,
          );
    case 'server':
      return message(
        '{0} failed with status {1}, which usually passes: try again in a moment.',
        failure.host,
        failure.status,
      );
    case 'redirected':
      return message(
        '{0} answered with a redirect ({1}), which credentials do not follow: a proxy or a sign-in page may stand in between.',
        failure.host,
        failure.status,
      );
    case 'unexpectedStatus':
      return message(
        '{0} answered with status {1}, which was not to be expected: the log names the request.',
        failure.host,
        failure.code === undefined ? failure.status : `${failure.status}, ${failure.code}`,
      );
    case 'timeout':
      return message(
        '{0} did not answer in full within {1} s: try again, or raise taskrouter.requestTimeoutSeconds.',
        failure.host,
        failure.seconds,
      );
    case 'network':
      return message(
        '{0} cannot be reached ({1}): look at the network connection and the proxy settings.',
        failure.host,
        failure.code,
      );
    case 'tooLarge':
      return message(
        'The answer of {0} is longer than {1} MB and was not read to its end.',
        failure.host,
        failure.limitMegabytes,
      );
    case 'notJson':
      return message(
        '{0} answered something that is not JSON: a proxy or a sign-in page may stand in between.',
        failure.host,
      );
    case 'unexpectedAnswer':
      return message(
        '{0} answered something else than what was asked for, so it is not shown.',
        failure.host,
      );
  }
}
