import { EventEmitter, workspace, type Disposable, type Event } from 'vscode';
import { Disposables } from '../../core/disposables.ts';
import { renderTaskDocument } from '../../core/documents/renderTaskDocument.ts';
import { describeFailure } from '../../core/failures/describeFailure.ts';
import { taskKey, type ProfiledTask } from '../../core/tasks/profiledTask.ts';
import type { TaskStore } from '../../core/tasks/taskStore.ts';
import { say } from '../say.ts';
import { settings } from '../settings.ts';

/** The text of a document at one time. */
export interface DocumentContent {
  readonly text: string;
  readonly bytes: Uint8Array;
  /** Grows with every change, in ms since the epoch: the editor loads again what became newer. */
  readonly modifiedAt: number;
}

const NOTHING: DocumentContent = { text: '', bytes: new Uint8Array(), modifiedAt: 0 };

/** What the documents of Tasks show, and how: decoded or raw is a document's own affair. */
export class TaskDocuments implements Disposable {
  readonly #store: TaskStore;
  readonly #toggled = new Map<string, boolean>();
  readonly #contents = new Map<string, DocumentContent>();
  readonly #shown = new Map<string, ProfiledTask>();
  readonly #disposables = new Disposables();
  readonly #changed = this.#disposables.add(new EventEmitter<ProfiledTask>());

  /** Fires when a document's text, or what is to be said about it, may have changed. */
  readonly onDidChange: Event<ProfiledTask> = this.#changed.event;

  constructor(store: TaskStore) {
    this.#store = store;
    this.#disposables.add(
      store.onDidChange((task) => {
        this.#refresh(task);
      }),
    );
    this.#disposables.add(
      workspace.onDidChangeConfiguration((event) => {
        const keys = ['decodeAttributes', 'privacyMode'];
        if (!keys.some((key) => event.affectsConfiguration(`taskrouter.${key}`))) return;
        for (const task of this.#shown.values()) this.#refresh(task);
      }),
    );
  }

  isDecoded(task: ProfiledTask): boolean {
    return this.#toggled.get(taskKey(task)) ?? settings.decodeAttributes();
  }

  /** Shows attributes decoded where they were raw, and the other way round. */
  toggle(task: ProfiledTask): void {
    this.#toggled.set(taskKey(task), !this.isDecoded(task));
    this.#refresh(task);
  }

  /** The present text; rendered once, however often the editor asks. */
  content(task: ProfiledTask): DocumentContent {
    const key = taskKey(task);
    const known = this.#contents.get(key);
    if (known !== undefined) return known;
    // What the editor asks about unasked, as a workspace file can make it do, takes no memory.
    if (this.#store.get(task) === undefined) return NOTHING;
    const content = this.#render(task, 0);
    this.#shown.set(key, task);
    this.#contents.set(key, content);
    return content;
  }

  /** Forgets how a document was shown: once its tab is closed, the next one begins by the settings. */
  forgetToggle(task: ProfiledTask): void {
    if (!this.#toggled.delete(taskKey(task))) return;
    this.#refresh(task);
  }

  /** Forgets the text of a document, once the editor has. */
  forgetText(task: ProfiledTask): void {
    const key = taskKey(task);
    this.#contents.delete(key);
    this.#shown.delete(key);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #refresh(task: ProfiledTask): void {
    const key = taskKey(task);
    const previous = this.#contents.get(key);
    if (previous !== undefined) {
      this.#contents.set(key, this.#render(task, previous.modifiedAt + 1));
    }
    this.#changed.fire(task);
  }

  #render(task: ProfiledTask, earliest: number): DocumentContent {
    const view = { decoded: this.isDecoded(task), masked: settings.privacyMode() };
    const text = renderTaskDocument(this.#store.get(task), view, (failure) =>
      say(describeFailure(failure)),
    );
    return {
      text,
      bytes: new TextEncoder().encode(text),
      modifiedAt: Math.max(Date.now(), earliest),
    };
  }
}
