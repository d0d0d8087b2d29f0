import { languages, workspace, type Disposable, type TextDocument, type Uri } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { TASK_LANGUAGE, TASK_SCHEME } from '../../core/documents/documentUri.ts';
import { settings } from '../settings.ts';

/** U+FEFF in UTF-8. */
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * The bytes that the editor makes the text of a document from. It decodes files as `files.encoding` and
 * `files.autoGuessEncoding` say, and does not ask a provider; only a byte order mark comes before both.
 * It has no part in the text. Where the settings lead to UTF-8 anyway there is none, for other readers.
 * An empty document has one, too, as the editor keeps the encoding of the first text for all that follow.
 */
export function documentBytes(bytes: Uint8Array, uri: Uri): Uint8Array {
  return settings.readsUtf8(uri) ? bytes : Uint8Array.from([...BYTE_ORDER_MARK, ...bytes]);
}

/** Whether a document was decoded as it was encoded, whatever a tab of before or its reader chose. */
export function isUtf8({ encoding }: TextDocument): boolean {
  return encoding === 'utf8' || encoding === 'utf8bom';
}

/** Has the editor decode an open document anew. A document that someone has changed stays as it is. */
export async function decodeAsUtf8({ uri }: TextDocument): Promise<void> {
  await workspace.openTextDocument(uri, { encoding: 'utf8' }).then(undefined, () => undefined);
}

/**
 * Gives each document that is opened its language and encoding where the editor had others for it: a
 * `files.associations` of `*.json`, or the encoding that was kept with a tab. What is chosen for an open
 * document stays.
 */
export class DocumentFormat implements Disposable {
  readonly #disposables = new DisposableStore();
  /** A change of the language closes a document and opens it again at once. */
  readonly #justClosed = new Set<TextDocument>();

  constructor() {
    this.#disposables.add(
      workspace.onDidCloseTextDocument((document) => {
        if (document.uri.scheme !== TASK_SCHEME) return;
        this.#justClosed.add(document);
        queueMicrotask(() => this.#justClosed.delete(document));
      }),
    );
    this.#disposables.add(
      workspace.onDidOpenTextDocument((document) => {
        if (document.uri.scheme === TASK_SCHEME) void this.#form(document);
      }),
    );
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #form(document: TextDocument): Promise<void> {
    const isOpened = !this.#justClosed.has(document);
    if (isOpened && !isUtf8(document)) await decodeAsUtf8(document);
    if (isOpened && document.languageId !== TASK_LANGUAGE) {
      // A document can have been closed by now, which is an error to the editor.
      await languages
        .setTextDocumentLanguage(document, TASK_LANGUAGE)
        .then(undefined, () => undefined);
    }
  }
}
