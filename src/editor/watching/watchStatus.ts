import { l10n, StatusBarAlignment, window } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { isTask, type ProfiledTask } from '../../core/resources/resourceReference.ts';
import { describeStatus } from '../../core/resources/taskStatus.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { summarizeTask } from '../../core/taskrouter/taskSummary.ts';
import { StatusChanges } from '../../core/tasks/statusChanges.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import type { WatchedTasks } from '../../core/tasks/watchedTasks.ts';
import { commandIds } from '../commands/commandIds.ts';
import { setContext } from '../commands/executeCommand.ts';
import { contextKeys } from '../commands/manifestNames.ts';
import { taskUri } from '../documents/taskUri.ts';
import { settings } from '../settings.ts';
import { localize } from '../ui/localize.ts';
import { present } from '../ui/present.ts';

/**
 * Shows in the status bar what is watched, and the last change of a status. A click stops watching. If the
 * Task has ended, its last change stays until a click, which opens its page.
 */
export class WatchStatus {
  readonly #watched: WatchedTasks;
  readonly #store: TaskStore;
  readonly #changes = new StatusChanges();
  readonly #disposables = new DisposableStore();
  readonly #item = this.#disposables.add(
    window.createStatusBarItem('taskrouter.watching', StatusBarAlignment.Left),
  );

  constructor(watched: WatchedTasks, store: TaskStore) {
    this.#watched = watched;
    this.#store = store;
    this.#item.name = l10n.t('Watched Tasks');
    this.#disposables.add(
      watched.onDidChange((task) => {
        if (watched.get(task) === undefined) this.#changes.delete(task);
        else this.#follow(task);
        this.#update();
      }),
    );
    this.#disposables.add(
      store.onDidChange((resource) => {
        if (!isTask(resource) || !watched.isWatched(resource)) return;
        this.#follow(resource);
        this.#update();
      }),
    );
    this.#update();
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #follow(task: ProfiledTask): void {
    const { fetched, failure } = this.#store.get(task) ?? {};
    if (failure?.kind === 'notFound') this.#changes.add(task, 'deleted');
    else if (fetched !== undefined) this.#changes.add(task, summarizeTask(fetched.text).status);
  }

  #update(): void {
    const tasks = this.#watched.list;
    const { latest } = this.#changes;
    void setContext(contextKeys.watching, tasks.length > 0);
    if (tasks.length === 0 && latest === undefined) {
      this.#item.hide();
      return;
    }
    const names = tasks.map(({ taskSid }) => shortenSid(taskSid));
    const change = latest && describeChange(latest.before, latest.after);
    const subject =
      latest !== undefined
        ? shortenSid(latest.task.taskSid)
        : names.length === 1
          ? (names[0] ?? '')
          : l10n.t('{0} Tasks', names.length);
    const text = change === undefined ? subject : `${subject}: ${change}`;
    const isWatching = tasks.length > 0;
    this.#item.text = isWatching ? `$(eye) ${text}` : `$(pass) ${text}`;
    this.#item.command =
      isWatching || latest === undefined
        ? commandIds.unwatchTask
        : {
            command: commandIds.openTaskDetails,
            title: '',
            arguments: [taskUri(latest.task)],
          };
    this.#item.tooltip = isWatching
      ? l10n.t(
          'Watching {0}: fetched every {1} s while visible. Click to stop.',
          names.join(', '),
          settings.watchIntervalSeconds(),
        )
      : l10n.t('Watching has ended. Click to open the Task.');
    this.#item.accessibilityInformation = {
      label: isWatching ? l10n.t('Watching Task {0}', text) : text,
    };
    this.#item.show();
  }
}

function describeChange(before: string | undefined, after: string | undefined): string {
  const label = (status: string | undefined) =>
    status === 'deleted' ? l10n.t('Deleted') : present().line(localize(describeStatus(status)), 30);
  return l10n.t('{0} → {1}', label(before), label(after));
}
