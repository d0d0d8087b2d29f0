import { commands, env, Uri, window, type Disposable, type LogOutputChannel } from 'vscode';
import { errorPage } from '../../core/failures/errorPage.ts';
import { errorPlace } from '../../core/failures/errorPlace.ts';
import { failureActions, type FailureAction } from '../../core/failures/failureActions.ts';
import { failureOf } from '../../core/failures/failureOf.ts';
import type { Failure } from '../../core/failures/taskRouterFailure.ts';
import { message, type Message } from '../../core/messages/message.ts';
import { failureSentence } from '../failureSentence.ts';
import { plainText } from '../plainText.ts';
import { say } from '../say.ts';
import { isCancellation } from './isCancellation.ts';
import type { Offer } from './offer.ts';
import { openSetting } from './openSetting.ts';

/** Asks for other credentials for a profile, given by its id; true if there are some. */
export const CHANGE_CREDENTIALS = '_taskrouter.changeCredentials';

/** The one place where what commands throw is caught and told. */
export class CommandRunner {
  readonly #log: LogOutputChannel;

  constructor(log: LogOutputChannel) {
    this.#log = log;
  }

  /** Registers a command that settles when its work is done; its result is undefined if it failed. */
  register<T>(id: string, work: (argument: unknown) => T | Promise<T>): Disposable {
    return commands.registerCommand(id, (argument: unknown) =>
      this.run(id, async () => work(argument)),
    );
  }

  /** Does `work` and tells the user if it fails. Cancelling is not worth a word. */
  async run<T>(name: string, work: () => Promise<T>, profileId?: string): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (isCancellation(error)) return undefined;
      const failure = failureOf(error);
      if (failure === undefined) this.#reportBug(name, error);
      else this.tellFailure(failure, work, profileId);
      return undefined;
    }
  }

  /** Tells why `work` failed, and offers what may help, such as to do it again. */
  tellFailure(failure: Failure, work: () => Promise<unknown>, profileId?: string): void {
    const page = errorPage(failure);
    const offers: Readonly<Record<FailureAction, Offer | undefined>> = {
      exploreSample: {
        title: message('Explore Sample Workspace'),
        run: async () => commands.executeCommand('taskrouter.exploreSample'),
      },
      tryAgain: { title: message('Try Again'), run: work },
      addCredentials: {
        title: message('Add Twilio Credentials…'),
        // The work was bound to another profile, and would fail again.
        run: async () => commands.executeCommand('taskrouter.addProfile'),
      },
      changeCredentials: {
        title: message('Change Credentials…'),
        run: () => workAfter(changeCredentials(profileId), work),
      },
      enterSecret: {
        title: message('Enter Secret Again…'),
        run: () =>
          workAfter(
            changeCredentials('profileId' in failure ? failure.profileId : profileId),
            work,
          ),
      },
      openBaseUrlSetting: openSetting('apiBaseUrl'),
      openErrorPage: page === undefined ? undefined : openErrorPage(page),
      showLog: { title: message('Show Log'), run: () => this.showLog() },
    };
    const actions = failureActions(failure);
    this.tell(
      'error',
      failureSentence(failure),
      actions.flatMap((action) => offers[action] ?? []),
    );
  }

  /**
   * Shows a notification and does not wait for it: a command settles when its work is done, not
   * when somebody closes what it said.
   */
  tell(severity: 'error' | 'information', text: Message, offers: readonly Offer[] = []): void {
    const show = severity === 'error' ? window.showErrorMessage : window.showInformationMessage;
    const titles = offers.map(({ title }) => say(title));
    void show(plainText(say(text)), ...titles).then((chosen) => {
      const offer = offers.find((_, index) => titles[index] === chosen);
      if (offer !== undefined) void this.run(say(offer.title), offer.run);
    });
  }

  showLog(): Promise<void> {
    this.#log.show();
    return Promise.resolve();
  }

  #reportBug(name: string, error: unknown): void {
    this.#log.error(`${name}: ${errorPlace(error)}`);
    this.tell(
      'error',
      message('TaskRouter Lens failed in a way that it should not: see its log.'),
      [{ title: message('Show Log'), run: () => this.showLog() }],
    );
  }
}

function changeCredentials(profileId: string | undefined): Thenable<unknown> {
  return commands.executeCommand(CHANGE_CREDENTIALS, profileId);
}

/** Does `work` once what it needs was given. */
async function workAfter(given: Thenable<unknown>, work: () => Promise<unknown>): Promise<unknown> {
  return (await given) ? work() : undefined;
}

function openErrorPage(page: string): Offer {
  return {
    title: message('Open Error Page'),
    run: async () => {
      await env.openExternal(Uri.parse(page));
    },
  };
}
