import { l10n, window } from 'vscode';
import { pause } from '../../core/base/async.ts';
import { DisposableStore } from '../../core/base/disposables.ts';
import { parseResourceUri } from '../../core/documents/documentUri.ts';
import { message } from '../../core/messages/message.ts';
import { readFetchArgument } from '../../core/references/commandArgument.ts';
import { resourceKey, type ProfiledTask } from '../../core/resources/resourceReference.ts';
import { isTaskOver } from '../../core/resources/taskStatus.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { summarizeTask } from '../../core/taskrouter/taskSummary.ts';
import { TaskWatcher } from '../../core/tasks/taskWatcher.ts';
import type { VisiblePages } from '../details/visiblePages.ts';
import { isDocumentOpen } from '../documents/taskUri.ts';
import type { LoadedServices } from '../services.ts';
import { settings } from '../settings.ts';
import { activeTask, requireTask } from '../taskActions/activeResource.ts';
import { plainText } from '../ui/plainText.ts';
import { WatchedMemento } from './watchedMemento.ts';
import { WatchOffer } from './watchOffer.ts';
import { WatchStatus } from './watchStatus.ts';

type WatchingServices = Pick<
  LoadedServices,
  'context' | 'profiles' | 'store' | 'watched' | 'visiblePages' | 'visibleRows' | 'runner'
>;

/** Watch Task and Stop Watching Task. Loaded with the first of them. */
export class Watching {
  readonly #services: WatchingServices;
  readonly #watcher: TaskWatcher;
  readonly #disposables = new DisposableStore();
  readonly #memento: WatchedMemento;
  readonly #storing: { dispose(): void };

  constructor(services: WatchingServices) {
    this.#services = services;
    const { store, watched, visiblePages, visibleRows } = services;
    this.#watcher = this.#disposables.add(
      new TaskWatcher({
        store,
        watched,
        intervalSeconds: settings.watchIntervalSeconds,
        isShown: (task) => isTaskVisible(task, visiblePages) || visibleRows.isVisible(task),
        isOpen: isDocumentOpen,
        pause,
      }),
    );
    const look = () => {
      this.#watcher.resume();
    };
    this.#disposables.add(window.onDidChangeVisibleTextEditors(look));
    this.#disposables.add(visiblePages.onDidChange(look));
    this.#disposables.add(visibleRows.onDidChange(look));
    this.#disposables.add(new WatchStatus(watched, store));
    this.#disposables.add(new WatchOffer(watched));
    this.#memento = new WatchedMemento(services.context.workspaceState);
    this.#storing = watched.onDidChange(() => {
      // If this fails, they are not offered after a reload.
      this.#memento.write([...watched.list, ...watched.before]).catch(() => undefined);
    });
  }

  dispose(): void {
    // What ends with the window is offered in the next one.
    this.#storing.dispose();
    this.#disposables.dispose();
  }

  /** Offers to watch the Tasks again that were watched before the window was reloaded. */
  offer(): void {
    const { watched, profiles } = this.#services;
    for (const task of this.#memento.read()) {
      const isKnown = profiles.find(task.profileId) !== undefined;
      if (isKnown && watched.get(task) === undefined) watched.set(task, { kind: 'before' });
    }
  }

  watchAgain(): void {
    for (const task of this.#services.watched.before) this.#watcher.watch(task);
  }

  watch(argument: unknown): void {
    const otherwise = message('Open a Task to watch it.');
    const task = requireTask(argument, this.#services, otherwise);
    if (task === undefined) return;
    const { store, runner } = this.#services;
    const { fetched, failure } = store.get(task) ?? {};
    const isOver = fetched !== undefined && isTaskOver(summarizeTask(fetched.text).status);
    if (isOver || failure?.kind === 'notFound') {
      runner.showMessage('information', message('This Task has ended. There is nothing to watch.'));
    } else this.#watcher.watch(task);
  }

  /** Stops watching the given Task, or the only watched one, or the one that the user selects. */
  async unwatch(argument: unknown): Promise<void> {
    const { watched, runner } = this.#services;
    const meant = activeTask(argument, this.#services);
    const [only, ...others] = watched.list;
    const { kind } = readFetchArgument(argument);
    const isNamed = kind === 'reference' || kind === 'refused';
    if (meant !== undefined && watched.isWatched(meant)) this.#watcher.unwatch(meant);
    else if (only === undefined) runner.showMessage('information', message('No Task is watched.'));
    // An explicit Task must not be replaced by another.
    else if (isNamed) runner.showMessage('information', message('This Task is not watched.'));
    else {
      const chosen = others.length === 0 ? only : await this.#pick(watched.list);
      if (chosen !== undefined) this.#watcher.unwatch(chosen);
    }
  }

  dropProfile(profileId: string): void {
    this.#watcher.dropProfile(profileId);
    const { watched } = this.#services;
    for (const task of watched.before) {
      if (task.profileId === profileId) watched.set(task, undefined);
    }
  }

  async #pick(tasks: readonly ProfiledTask[]): Promise<ProfiledTask | undefined> {
    const { profiles } = this.#services;
    const items = tasks.map((task) => ({
      label: shortenSid(task.taskSid),
      description: plainText(profiles.find(task.profileId)?.name ?? task.profileId),
      task,
    }));
    const chosen = await window.showQuickPick(items, {
      title: l10n.t('Stop Watching Task'),
      placeHolder: l10n.t('Select the Task to stop watching'),
    });
    return chosen?.task;
  }
}

/** Whether a Task's document or page is visible. */
function isTaskVisible(task: ProfiledTask, visiblePages: VisiblePages): boolean {
  const key = resourceKey(task);
  return (
    visiblePages.isVisible(task) ||
    window.visibleTextEditors.some(({ document }) => {
      const resource = parseResourceUri(document.uri);
      return resource !== undefined && resourceKey(resource) === key;
    })
  );
}
