import {
  EventEmitter,
  window,
  type CodeLens,
  type CodeLensProvider,
  type Disposable,
  type TextDocument,
} from 'vscode';
import { Disposables } from '../../core/base/disposables.ts';
import { taskLine, type TaskLineParts } from './taskLine.ts';

/** The line above each document. */
export class TaskCodeLenses implements CodeLensProvider, Disposable {
  readonly #parts: TaskLineParts;
  readonly #disposables = new Disposables();
  readonly #changed = this.#disposables.add(new EventEmitter<void>());

  readonly onDidChangeCodeLenses = this.#changed.event;

  constructor(parts: TaskLineParts) {
    this.#parts = parts;
    const { documents, directory } = parts;
    this.#disposables.add(
      documents.onDidChange(() => {
        this.#changed.fire();
      }),
    );
    // Profiles can be renamed.
    this.#disposables.add(
      directory.onDidChange(() => {
        this.#changed.fire();
      }),
    );
    // A line that was written yesterday lacks the day.
    this.#disposables.add(
      window.onDidChangeWindowState(({ focused }) => {
        if (focused) this.#changed.fire();
      }),
    );
  }

  provideCodeLenses({ uri }: TextDocument): CodeLens[] {
    return taskLine(uri, this.#parts);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
