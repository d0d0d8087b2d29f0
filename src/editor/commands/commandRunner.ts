import {
  CancellationError,
  commands,
  window,
  type Disposable,
  type LogOutputChannel,
} from 'vscode';
import type { DisposableStore } from '../../core/base/disposables.ts';
import { message, type Message } from '../../core/messages/message.ts';
import { stackFrames, asFailure, type Failure } from '../../core/taskrouter/failure.ts';
import { localize } from '../ui/localize.ts';
import { plainText } from '../ui/plainText.ts';
import type { CommandId } from './commandIds.ts';

/** Runs commands, and is the only place that catches and reports their errors. */
export class CommandRunner {
  readonly #log: LogOutputChannel;

  constructor(log: LogOutputChannel) {
    this.#log = log;
  }

  /**
   * Registers a command that settles when its work is done. Its result is `undefined` if it failed.
   */
  register<R>(
    id: CommandId<(...args: never[]) => R>,
    work: (argument: unknown) => NoInfer<R> | Promise<NoInfer<R>>,
  ): Disposable {
    return commands.registerCommand(id, (argument: unknown) =>
      this.run(id, async () => work(argument)),
    );
  }

  /**
   * Returns a `register` for commands whose code is loaded when one of them first runs.
   *
   * @param all the store for the registrations
   */
  registerLoaded<T>(load: () => Promise<T>, all: DisposableStore) {
    return <R>(
      id: CommandId<(...args: never[]) => R>,
      work: (loaded: T, argument: unknown) => NoInfer<R> | Promise<NoInfer<R>>,
    ): void => {
      all.add(this.register(id, (argument) => load().then((loaded) => work(loaded, argument))));
    };
  }

  /** Runs `work` and reports a failure. A cancellation is not reported. */
  async run<T>(name: string, work: () => Promise<T>, profileId?: string): Promise<T | undefined> {
    try {
      return await work();
    } catch (error) {
      if (isCancellation(error)) return undefined;
      const failure = asFailure(error);
      if (failure === undefined) this.#reportBug(name, error);
      else await this.showFailure(failure, work, profileId);
      return undefined;
    }
  }

  /** Reports why `work` failed, with actions such as to try again. */
  async showFailure(
    failure: Failure,
    work: () => Promise<unknown>,
    profileId?: string,
  ): Promise<void> {
    const { failureNotice } = await import('./failureNotice.ts');
    const showLog = () => this.showLog();
    const { text, actions: offers } = failureNotice({ failure, work, profileId, showLog });
    this.showMessage('error', text, offers);
  }

  /**
   * Shows a notification without waiting for it: a command settles when its work is done, not when
   * its notification is closed.
   */
  showMessage(
    severity: 'error' | 'information',
    text: Message,
    offers: readonly NotificationAction[] = [],
  ): void {
    const show = severity === 'error' ? window.showErrorMessage : window.showInformationMessage;
    const titles = offers.map(({ title }) => localize(title));
    void show(plainText(localize(text)), ...titles).then((chosen) => {
      const offer = offers.find((_, index) => titles[index] === chosen);
      if (offer !== undefined) void this.run(localize(offer.title), offer.run);
    });
  }

  showLog(): Promise<void> {
    this.#log.show();
    return Promise.resolve();
  }

  /** Logs a bug whose consequence a view shows, so that no notification is needed. */
  logFault(name: string, error: unknown): void {
    this.#log.error(`${name}: ${stackFrames(error)}`);
  }

  #reportBug(name: string, error: unknown): void {
    this.logFault(name, error);
    this.showMessage('error', message('An unexpected error occurred. See the log.'), [
      { title: message('Show Log'), run: () => this.showLog() },
    ]);
  }
}

/** Whether an error only means that the user cancelled. */
export function isCancellation(error: unknown): boolean {
  return (
    error instanceof CancellationError || (error instanceof Error && error.name === 'AbortError')
  );
}

/** A button of a notification. */
export interface NotificationAction {
  readonly title: Message;
  readonly run: () => Promise<unknown>;
}
