import { languages, workspace, type Disposable, type TextDocument, type Uri } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { TASK_LANGUAGE, TASK_SCHEME } from '../../core/documents/documentUri.ts';
import { settings } from '../settings.ts';

/** U+FEFF in UTF-8. */
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/**
 * Adds a byte order mark to a document's bytes if needed. VS Code decodes files by `files.encoding`
 * and `files.autoGuessEncoding`, and a file system provider cannot set the encoding. Only a byte
 * order mark takes precedence, and it does not become part of the text. If the settings mean UTF-8
 * anyway, it is left out, for other readers. An empty document gets one as well, as VS Code keeps
 * the encoding of the first text for later ones.
 */
export function documentBytes(bytes: Uint8Array, uri: Uri): Uint8Array {
  return settings.readsUtf8(uri) ? bytes : Uint8Array.from([...BYTE_ORDER_MARK, ...bytes]);
}

/** Whether VS Code decoded a document as UTF-8, whatever the restored tab or the user had set. */
export function isUtf8({ encoding }: TextDocument): boolean {
  return encoding === 'utf8' || encoding === 'utf8bom';
}

/** Decodes an open document as UTF-8. A document with unsaved changes is left as it is. */
export async function decodeAsUtf8({ uri }: TextDocument): Promise<void> {
  await workspace.openTextDocument(uri, { encoding: 'utf8' }).then(undefined, () => undefined);
}

/**
 * Sets the language and encoding of each opened document, where VS Code chose others because of
 * `files.associations` or a restored tab. What the user sets for an open document is kept.
 */
export class DocumentFormat implements Disposable {
  readonly #disposables = new DisposableStore();
  /** A change of language closes a document and opens it again at once. */
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
      // The document may have been closed meanwhile, which makes VS Code throw.
      await languages
        .setTextDocumentLanguage(document, TASK_LANGUAGE)
        .then(undefined, () => undefined);
    }
  }
}
