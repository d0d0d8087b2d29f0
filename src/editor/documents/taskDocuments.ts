import { EventEmitter, l10n, workspace, type Disposable, type Event } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import {
  printError,
  printNotFetched,
  renderTaskDocument,
  type DocumentView,
} from '../../core/documents/documentText.ts';
import { parseFetchUri } from '../../core/documents/documentUri.ts';
import { resourceKind } from '../../core/resources/resourceKind.ts';
import {
  resourceKey,
  type ProfiledResource,
  type ProfiledTask,
} from '../../core/resources/resourceReference.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import { PRIVACY_SETTINGS, settings } from '../settings.ts';
import { failureSentence } from '../ui/failureSentence.ts';
import { localize } from '../ui/localize.ts';
import { present } from '../ui/present.ts';
import { urisInTabs } from '../ui/tabs.ts';

/** The text of a document at one time. */
export interface DocumentContent {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Grows with every change, in ms since the epoch. VS Code reloads a file whose time is newer. */
  readonly modifiedAt: number;
}

/** The texts of documents, decoded or raw. Each document has its own setting. */
export class TaskDocuments implements Disposable {
  readonly #store: TaskStore;
  readonly #toggled = new Map<string, boolean>();
  readonly #contents = new Map<string, DocumentContent>();
  readonly #shown = new Map<string, ProfiledResource>();
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<ProfiledResource>());

  /** Fires when a document's text or its CodeLenses may have changed. */
  readonly onDidChange: Event<ProfiledResource> = this.#changed.event;

  constructor(store: TaskStore) {
    this.#store = store;
    // Restored tabs must not show new fetches in place of the earlier ones that had the same
    // number.
    for (const { task, number } of urisInTabs().flatMap((uri) => parseFetchUri(uri) ?? [])) {
      store.skipFetches(task, number);
    }
    this.#disposables.add(
      store.onDidChange((resource) => {
        this.#refresh(resource);
      }),
    );
    this.#disposables.add(
      settings.onDidChange(['decodeAttributes', ...PRIVACY_SETTINGS], () => {
        const shown = new Map(this.#shown);
        for (const task of comparedTasks()) shown.set(resourceKey(task), task);
        for (const resource of shown.values()) this.#refresh(resource);
      }),
    );
  }

  isDecoded(resource: ProfiledResource): boolean {
    return this.#toggled.get(resourceKey(resource)) ?? settings.decodeAttributes();
  }

  /** Switches between decoded and raw attributes. */
  toggle(resource: ProfiledResource): void {
    this.#toggled.set(resourceKey(resource), !this.isDecoded(resource));
    this.#refresh(resource);
  }

  /** The current text. Rendered once, however often VS Code reads it. */
  content(resource: ProfiledResource): DocumentContent {
    const key = resourceKey(resource);
    // VS Code may read documents on its own, for example because of a workspace file. These must
    // not use memory, and released data must not be shown.
    if (this.#store.get(resource) === undefined) {
      this.forgetText(resource);
      return notFetched(resource);
    }
    const known = this.#contents.get(key);
    if (known !== undefined) return known;
    const content = this.#render(resource, 0);
    this.#shown.set(key, resource);
    this.#contents.set(key, content);
    return content;
  }

  /**
   * The text of an earlier fetch of a Task, rendered like the latest one. An error text if that
   * fetch is no longer in memory, as after a reload.
   */
  earlier(task: ProfiledTask, number: number): DocumentContent {
    const fetched = this.#store.fetches(task).find((one) => one.number === number);
    const text = renderTaskDocument(
      fetched && { fetched, fetching: false },
      this.#view(task),
      (failure) => localize(failureSentence(failure)),
    );
    const gone = l10n.t('This fetch is no longer in memory. Fetch the Task, and compare again.');
    const shown = fetched === undefined ? printError('fetchGone', gone) : text;
    // Changes with each change of its Task, as the rendering may have changed.
    const modifiedAt = this.#contents.get(resourceKey(task))?.modifiedAt ?? Date.now();
    return { text: shown, bytes: new TextEncoder().encode(shown), modifiedAt };
  }

  /** Discards a document's own setting when its tab is closed. */
  forgetToggle(resource: ProfiledResource): void {
    if (!this.#toggled.delete(resourceKey(resource))) return;
    this.#refresh(resource);
  }

  /** Discards the text of a document that VS Code has closed. */
  forgetText(resource: ProfiledResource): void {
    const key = resourceKey(resource);
    this.#contents.delete(key);
    this.#shown.delete(key);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #view(resource: ProfiledResource): DocumentView {
    return { decoded: this.isDecoded(resource), present: present() };
  }

  #refresh(resource: ProfiledResource): void {
    const key = resourceKey(resource);
    const previous = this.#contents.get(key);
    if (previous !== undefined) {
      this.#contents.set(key, this.#render(resource, previous.modifiedAt + 1));
    }
    this.#changed.fire(resource);
  }

  #render(resource: ProfiledResource, earliest: number): DocumentContent {
    const text = renderTaskDocument(this.#store.get(resource), this.#view(resource), (failure) =>
      localize(failureSentence(failure)),
    );
    return {
      text,
      bytes: new TextEncoder().encode(text),
      modifiedAt: Math.max(Date.now(), earliest),
    };
  }
}

/** Tasks with an open document of an earlier fetch. That of the latest fetch may not be open. */
function comparedTasks(): readonly ProfiledTask[] {
  return workspace.textDocuments.flatMap(({ uri }) => parseFetchUri(uri)?.task ?? []);
}

/** Never an empty file, as a tab that is reopened after some minutes would be. */
function notFetched(resource: ProfiledResource): DocumentContent {
  const sentence = l10n.t(
    'This {0} is not in memory. Choose Refresh Task to fetch it.',
    localize(resourceKind(resource).name),
  );
  const text = printNotFetched(sentence);
  return { text, bytes: new TextEncoder().encode(text), modifiedAt: 0 };
}
