import { EventEmitter, l10n, workspace, type Disposable, type Event } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import {
  printError,
  renderTaskDocument,
  type DocumentView,
} from '../../core/documents/documentText.ts';
import { parseFetchUri } from '../../core/documents/documentUri.ts';
import {
  resourceKey,
  type ProfiledResource,
  type ProfiledTask,
} from '../../core/resources/resourceReference.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import { settings } from '../settings.ts';
import { failureSentence } from '../ui/failureSentence.ts';
import { localize } from '../ui/localize.ts';
import { urisInTabs } from '../ui/tabs.ts';

/** The text of a document at one time. */
export interface DocumentContent {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Grows with every change, in ms since the epoch: the editor loads again what became newer. */
  readonly modifiedAt: number;
}

const NOTHING: DocumentContent = { text: '', bytes: new Uint8Array(), modifiedAt: 0 };

/** What documents show, and how: decoded or raw is a document's own affair. */
export class TaskDocuments implements Disposable {
  readonly #store: TaskStore;
  readonly #toggled = new Map<string, boolean>();
  readonly #contents = new Map<string, DocumentContent>();
  readonly #shown = new Map<string, ProfiledResource>();
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<ProfiledResource>());

  /** Fires when a document's text, or what is to be said about it, may have changed. */
  readonly onDidChange: Event<ProfiledResource> = this.#changed.event;

  constructor(store: TaskStore) {
    this.#store = store;
    // Tabs that the editor restored are not to show what is fetched from now on in the place of what was.
    for (const { task, number } of urisInTabs().flatMap((uri) => parseFetchUri(uri) ?? [])) {
      store.skipFetches(task, number);
    }
    this.#disposables.add(
      store.onDidChange((resource) => {
        this.#refresh(resource);
      }),
    );
    this.#disposables.add(
      settings.onDidChange(['decodeAttributes', 'privacyMode'], () => {
        const shown = new Map(this.#shown);
        for (const task of comparedTasks()) shown.set(resourceKey(task), task);
        for (const resource of shown.values()) this.#refresh(resource);
      }),
    );
  }

  isDecoded(resource: ProfiledResource): boolean {
    return this.#toggled.get(resourceKey(resource)) ?? settings.decodeAttributes();
  }

  /** Shows attributes decoded where they were raw, and the other way round. */
  toggle(resource: ProfiledResource): void {
    this.#toggled.set(resourceKey(resource), !this.isDecoded(resource));
    this.#refresh(resource);
  }

  /** The present text; rendered once, however often the editor asks. */
  content(resource: ProfiledResource): DocumentContent {
    const key = resourceKey(resource);
    // What the editor asks about unasked, as a workspace file can make it do, takes no memory, and what
    // was let go of is shown to nobody.
    if (this.#store.get(resource) === undefined) {
      this.forgetText(resource);
      return NOTHING;
    }
    const known = this.#contents.get(key);
    if (known !== undefined) return known;
    const content = this.#render(resource, 0);
    this.#shown.set(key, resource);
    this.#contents.set(key, content);
    return content;
  }

  /**
   * The text of an earlier fetch of a Task, as its document shows the latest; a sentence if that fetch is
   * not in memory, as after a reload.
   */
  earlier(task: ProfiledTask, number: number): DocumentContent {
    const fetched = this.#store.fetches(task).find((one) => one.number === number);
    const text = renderTaskDocument(
      fetched && { fetched, fetching: false },
      this.#view(task),
      (failure) => localize(failureSentence(failure)),
    );
    const gone = l10n.t('This fetch is not in memory any more. Fetch the Task, and compare again.');
    const shown = fetched === undefined ? printError('fetchGone', gone) : text;
    // Told as changed with each change of its Task: how it is shown may be another, too.
    const modifiedAt = this.#contents.get(resourceKey(task))?.modifiedAt ?? Date.now();
    return { text: shown, bytes: new TextEncoder().encode(shown), modifiedAt };
  }

  /** Forgets how a document was shown: once its tab is closed, the next one begins by the settings. */
  forgetToggle(resource: ProfiledResource): void {
    if (!this.#toggled.delete(resourceKey(resource))) return;
    this.#refresh(resource);
  }

  /** Forgets the text of a document, once the editor has. */
  forgetText(resource: ProfiledResource): void {
    const key = resourceKey(resource);
    this.#contents.delete(key);
    this.#shown.delete(key);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #view(resource: ProfiledResource): DocumentView {
    return { decoded: this.isDecoded(resource), masked: settings.privacyMode() };
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

/** Of which the editor has a document of an earlier fetch, maybe without that of the latest. */
function comparedTasks(): readonly ProfiledTask[] {
  return workspace.textDocuments.flatMap(({ uri }) => parseFetchUri(uri)?.task ?? []);
}
