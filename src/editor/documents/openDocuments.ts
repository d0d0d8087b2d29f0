import { TabInputText, window, workspace, type Disposable, type Memento, type Tab } from 'vscode';
import { Disposables } from '../../core/disposables.ts';
import { parseTaskAddress } from '../../core/documents/taskAddress.ts';
import { taskKey, type ProfiledTask } from '../../core/tasks/profiledTask.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import type { TaskDocuments } from './taskDocuments.ts';

const KEY = 'openTaskDocuments';

/**
 * Brings back the Tasks whose tabs a reload of the window restored: each is fetched once, when its
 * tab is first visible. Only tabs count that a fetch had filled before: a link or a workspace file
 * that makes the editor open such a document causes no request, and in Restricted Mode nothing does.
 * What is closed is forgotten.
 */
export class OpenDocuments implements Disposable {
  readonly #state: Memento;
  readonly #store: TaskStore;
  readonly #documents: TaskDocuments;
  /** Tabs that came back and were not yet visible. */
  readonly #waiting: Set<string>;
  readonly #fetching = new Map<string, AbortController>();
  readonly #disposables = new Disposables();

  constructor(state: Memento, store: TaskStore, documents: TaskDocuments) {
    this.#state = state;
    this.#store = store;
    this.#documents = documents;
    const open = openTasks();
    this.#waiting = new Set(state.get<string[]>(KEY, []).filter((key) => open.has(key)));

    const fetchVisible = () => {
      this.#fetchVisible();
    };
    const remember = () => {
      this.#remember();
    };
    this.#disposables.add(window.onDidChangeVisibleTextEditors(fetchVisible));
    this.#disposables.add(workspace.onDidGrantWorkspaceTrust(fetchVisible));
    this.#disposables.add(store.onDidChange(remember));
    this.#disposables.add(
      window.tabGroups.onDidChangeTabs(({ closed }) => {
        this.#close(closed);
        remember();
      }),
    );
    this.#disposables.add(
      workspace.onDidCloseTextDocument(({ uri }) => {
        const task = parseTaskAddress(uri);
        // A change of its language closes a document, too, and opens it again.
        if (task === undefined || openTasks().has(taskKey(task))) return;
        this.#documents.forgetText(task);
        this.#store.forget(task);
      }),
    );
    fetchVisible();
  }

  dispose(): void {
    this.#disposables.dispose();
    for (const controller of this.#fetching.values()) controller.abort();
  }

  #fetchVisible(): void {
    if (!workspace.isTrusted) return;
    for (const { document } of window.visibleTextEditors) {
      const task = parseTaskAddress(document.uri);
      if (task === undefined || !this.#waiting.delete(taskKey(task))) continue;
      if (this.#store.get(task) === undefined) void this.#fetch(task);
    }
  }

  /** A failure is told in the document itself. Closing the tab cuts the request. */
  async #fetch(task: ProfiledTask): Promise<void> {
    const controller = new AbortController();
    this.#fetching.set(taskKey(task), controller);
    await this.#store.fetch(task, controller.signal).catch(() => undefined);
    this.#fetching.delete(taskKey(task));
  }

  #close(tabs: readonly Tab[]): void {
    const open = openTasks();
    for (const [key, task] of tasksOf(tabs)) {
      if (open.has(key)) continue;
      this.#waiting.delete(key);
      this.#fetching.get(key)?.abort();
      this.#documents.forgetToggle(task);
    }
  }

  /** Notes the open documents that hold, or are to hold, what was fetched. */
  #remember(): void {
    const keys = [...openTasks()]
      .filter(([key, task]) => this.#waiting.has(key) || this.#store.get(task) !== undefined)
      .map(([key]) => key);
    const noted = this.#state.get<string[]>(KEY, []);
    if (noted.length === keys.length && noted.every((key) => keys.includes(key))) return;
    // Without the note a tab comes back empty and offers to fetch: no reason to bother anybody.
    this.#state.update(KEY, keys).then(undefined, () => undefined);
  }
}

function openTasks(): ReadonlyMap<string, ProfiledTask> {
  return tasksOf(window.tabGroups.all.flatMap(({ tabs }) => tabs));
}

function tasksOf(tabs: readonly Tab[]): ReadonlyMap<string, ProfiledTask> {
  const tasks = new Map<string, ProfiledTask>();
  for (const { input } of tabs) {
    const task = input instanceof TabInputText ? parseTaskAddress(input.uri) : undefined;
    if (task !== undefined) tasks.set(taskKey(task), task);
  }
  return tasks;
}
