import { l10n, StatusBarAlignment, window } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import type { WatchedTasks } from '../../core/tasks/watchedTasks.ts';
import { commandIds } from '../commands/commandIds.ts';
import { setContext } from '../commands/executeCommand.ts';
import { contextKeys } from '../commands/manifestNames.ts';
import { settings } from '../settings.ts';

/** Shows in the status bar what is watched. A click stops watching. */
export class WatchStatus {
  readonly #watched: WatchedTasks;
  readonly #disposables = new DisposableStore();
  readonly #item = this.#disposables.add(
    window.createStatusBarItem('taskrouter.watching', StatusBarAlignment.Left),
  );

  constructor(watched: WatchedTasks) {
    this.#watched = watched;
    this.#item.name = l10n.t('Watched Tasks');
    this.#item.command = commandIds.unwatchTask;
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
    const tasks = this.#watched.list.map(({ taskSid }) => shortenSid(taskSid));
    const [first] = tasks;
    void setContext(contextKeys.watching, first !== undefined);
    if (first === undefined) {
      this.#item.hide();
      return;
    }
    const text = tasks.length === 1 ? first : l10n.t('{0} Tasks', tasks.length);
    this.#item.text = `$(eye) ${text}`;
    this.#item.tooltip = l10n.t(
      'Watching {0}: fetched every {1} s while visible. Click to stop.',
      tasks.join(', '),
      settings.watchIntervalSeconds(),
    );
    this.#item.accessibilityInformation = { label: l10n.t('Watching Task {0}', tasks.join(', ')) };
    this.#item.show();
  }
}
