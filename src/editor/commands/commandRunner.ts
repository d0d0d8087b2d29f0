import { commands, env, Uri, window, type Disposable, type LogOutputChannel } from 'vscode';
import { describeFailure } from '../../core/failures/describeFailure.ts';
import { errorPage } from '../../core/failures/errorPage.ts';
import { failureActions, type FailureAction } from '../../core/failures/failureActions.ts';
import { failureOf } from '../../core/failures/failureOf.ts';
import type { Failure } from '../../core/failures/taskRouterFailure.ts';
import { message, type Message } from '../../core/messages/message.ts';
import { say } from '../say.ts';
import { isCancellation } from './isCancellation.ts';
import type { Offer } from './offer.ts';
import { openSetting } from './openSetting.ts';

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
  async run<T>(name: string, work: () => Promise<T>): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (isCancellation(error)) return undefined;
      const failure = failureOf(error);
      if (failure === undefined) this.#reportBug(name, error);
      else this.tellFailure(failure, work);
      return undefined;
    }
  }

  /** Tells why `work` failed, and offers what may help, such as to do it again. */
  tellFailure(failure: Failure, work: () => Promise<unknown>): void {
    const page = errorPage(failure);
    const offers: Partial<Record<FailureAction, Offer>> = {
      tryAgain: { title: message('Try Again'), run: work },
      openBaseUrlSetting: openSetting('apiBaseUrl'),
      ...(page !== undefined && { openErrorPage: openErrorPage(page) }),
      showLog: { title: message('Show Log'), run: () => this.showLog() },
    };
    const actions = failureActions(failure);
    this.tell(
      'error',
      describeFailure(failure),
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
    void show(say(text), ...titles).then((chosen) => {
      const offer = offers.find((_, index) => titles[index] === chosen);
      if (offer !== undefined) void this.run(say(offer.title), offer.run);
    });
  }

  showLog(): Promise<void> {
    this.#log.show();
    return Promise.resolve();
  }

  /** The message of an unexpected error may hold anything, even task data; its origin does not. */
  #reportBug(name: string, error: unknown): void {
    const stack = error instanceof Error ? (error.stack ?? '') : '';
    const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
    const kind = error instanceof Error ? error.name : typeof error;
    this.#log.error([`${name}: ${kind}`, ...frames].join('\n'));
    this.tell(
      'error',
      message('TaskRouter Lens failed in a way that it should not: see its log.'),
      [{ title: message('Show Log'), run: () => this.showLog() }],
    );
  }
}

function openErrorPage(page: string): Offer {
  return {
    title: message('Open Error Page'),
    run: async () => {
      await env.openExternal(Uri.parse(page));
    },
  };
}
