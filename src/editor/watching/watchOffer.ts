import { l10n, StatusBarAlignment, window } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import type { WatchedTasks } from '../../core/tasks/watchedTasks.ts';
import { commandIds } from '../commands/commandIds.ts';

/** Offers in the status bar to watch again what was watched before the window was reloaded. */
export class WatchOffer {
  readonly #watched: WatchedTasks;
  readonly #disposables = new DisposableStore();
  readonly #item = this.#disposables.add(
    window.createStatusBarItem('taskrouter.watchAgain', StatusBarAlignment.Left),
  );

  constructor(watched: WatchedTasks) {
    this.#watched = watched;
    this.#item.name = l10n.t('Tasks Watched Before');
    this.#item.command = commandIds.watchAgain;
    this.#disposables.add(
      watched.onDidChange(() => {
        this.#update();
      }),
    );
    this.#update();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #update(): void {
    const tasks = this.#watched.before.map(({ taskSid }) => shortenSid(taskSid));
    const [first] = tasks;
    if (first === undefined) {
      this.#item.hide();
      return;
    }
    const what = tasks.length === 1 ? first : l10n.t('{0} Tasks', tasks.length);
    const text = l10n.t('Watch {0} again', what);
    this.#item.text = `$(eye) ${text}`;
    this.#item.tooltip = l10n.t('Watched before the window was reloaded: {0}', tasks.join(', '));
    this.#item.accessibilityInformation = { label: text };
    this.#item.show();
  }
}
