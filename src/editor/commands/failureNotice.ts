import {
  errorPage,
  failureActions,
  type FailureAction,
} from '../../core/failures/failureActions.ts';
import { message, type Message } from '../../core/messages/message.ts';
import type { Failure } from '../../core/taskrouter/failure.ts';
import { failureSentence } from '../ui/failureSentence.ts';
import { openSetting, openWebAddress } from '../ui/links.ts';
import { commandIds } from './commandIds.ts';
import type { NotificationAction } from './commandRunner.ts';
import { executeCommand } from './executeCommand.ts';

export interface FailedWork {
  readonly failure: Failure;
  /** The work that failed, to try it again. */
  readonly work: () => Promise<unknown>;
  /** The profile that the work used. */
  readonly profileId: string | undefined;
  readonly showLog: () => Promise<void>;
}

export interface FailureNotice {
  readonly text: Message;
  /** The buttons, such as to try again. */
  readonly actions: readonly NotificationAction[];
}

/** The notification about a failure. Loaded with the first failure. */
export function failureNotice({ failure, work, profileId, showLog }: FailedWork): FailureNotice {
  const page = errorPage(failure);
  const mend = () =>
    workAfter(changeCredentials('profileId' in failure ? failure.profileId : profileId), work);
  const offers: Readonly<Record<FailureAction, NotificationAction | undefined>> = {
    exploreSample: {
      title: message('Explore Sample Workspace'),
      run: async () => executeCommand(commandIds.exploreSample),
    },
    tryAgain: { title: message('Try Again'), run: work },
    addCredentials: {
      title: message('Add Twilio Credentials…'),
      // Does not try again, as the work was bound to another profile.
      run: async () => executeCommand(commandIds.addProfile),
    },
    changeRegion: {
      title: message('Change Region…'),
      // Does not try again, as the result is another profile and the work was bound to this one.
      run: async () => executeCommand(commandIds.changeRegion, profileId),
    },
    changeCredentials: {
      title: message('Change Credentials…'),
      run: () => workAfter(changeCredentials(profileId), work),
    },
    enterSecret: { title: message('Enter Secret Again…'), run: mend },
    verifySecret: { title: message('Verify Secret…'), run: mend },
    openBaseUrlSetting: openSetting('apiBaseUrl'),
    openErrorPage: page === undefined ? undefined : openErrorPage(page),
    showLog: { title: message('Show Log'), run: showLog },
  };
  return {
    text: failureSentence(failure),
    actions: failureActions(failure).flatMap((action) => offers[action] ?? []),
  };
}

function changeCredentials(profileId: string | undefined): Thenable<unknown> {
  return executeCommand(commandIds.changeCredentials, profileId);
}

/** Runs `work` if the previous step succeeded. */
async function workAfter(given: Thenable<unknown>, work: () => Promise<unknown>): Promise<unknown> {
  return (await given) ? work() : undefined;
}

function openErrorPage(page: string): NotificationAction {
  return {
    title: message('Open Error Page'),
    run: async () => {
      await openWebAddress(page);
    },
  };
}
