import {
  Selection,
  window,
  workspace,
  type Disposable,
  type Position,
  type TextEditor,
} from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { parseResourceUri } from '../../core/documents/documentUri.ts';
import { relocateLine } from '../../core/documents/relocateLine.ts';
import { resourceKey, type ProfiledResource } from '../../core/resources/resourceReference.ts';
import type { TaskDocuments } from './taskDocuments.ts';

/** The selections of an editor, with the text that they belong to. */
interface Kept {
  readonly selections: readonly Selection[];
  readonly lines: readonly string[];
}

/**
 * Restores cursors when a document's text is replaced. VS Code moves all cursors between the first
 * and the last changed line to the end of that range.
 */
export class CursorKeeper implements Disposable {
  readonly #disposables = new DisposableStore();
  readonly #kept = new WeakMap<TextEditor, Kept>();

  constructor(documents: TaskDocuments) {
    this.#disposables.add(
      documents.onDidChange((resource) => {
        this.#keep(resource, documents);
      }),
    );
    this.#disposables.add(
      workspace.onDidChangeTextDocument(({ document }) => {
        for (const editor of window.visibleTextEditors) {
          if (editor.document === document) this.#restore(editor);
        }
      }),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #keep(resource: ProfiledResource, documents: TaskDocuments): void {
    for (const editor of window.visibleTextEditors) {
      const shown = parseResourceUri(editor.document.uri);
      if (shown === undefined || resourceKey(shown) !== resourceKey(resource)) continue;
      const text = editor.document.getText();
      if (text === documents.content(resource).text) continue;
      this.#kept.set(editor, { selections: editor.selections, lines: text.split('\n') });
    }
  }

  #restore(editor: TextEditor): void {
    const kept = this.#kept.get(editor);
    if (kept === undefined) return;
    this.#kept.delete(editor);
    const lines = editor.document.getText().split('\n');
    const move = ({ line, character }: Position) =>
      editor.document.validatePosition(
        editor.selection.active.with(relocateLine(line, kept.lines, lines), character),
      );
    editor.selections = kept.selections.map(
      ({ anchor, active }) => new Selection(move(anchor), move(active)),
    );
  }
}
