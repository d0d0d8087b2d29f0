import assert from 'node:assert/strict';
import {
  commands,
  Disposable,
  EventEmitter,
  FileSystemError,
  FileType,
  Uri,
  window,
  workspace,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
  type TextDocument,
  type TextDocumentContentProvider,
} from 'vscode';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { waitFor } from '../waiting.ts';
import { openFile, openNotebook, writeFile } from './files.ts';
import { activeTaskDocument, fetchTask, server } from './taskSuite.ts';

/** An open document. */
export interface ShownDocument {
  readonly document: TextDocument;
  /** Objects to keep while it is open. */
  readonly needs?: { dispose(): unknown };
  /** How a text is contained in it, if not unchanged. */
  readonly write?: (text: string) => string;
}

/** A read-only file system whose files all contain one text. */
class ReadOnlyFiles implements FileSystemProvider {
  readonly #content: Uint8Array;
  readonly onDidChangeFile = new EventEmitter<FileChangeEvent[]>().event;

  constructor(text: string) {
    this.#content = new TextEncoder().encode(text);
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  stat(): FileStat {
    return { type: FileType.File, ctime: 0, mtime: 0, size: this.#content.length };
  }

  readDirectory(): never {
    throw FileSystemError.FileNotADirectory();
  }

  readFile(): Uint8Array {
    return this.#content;
  }

  createDirectory(): never {
    throw FileSystemError.NoPermissions();
  }

  writeFile(): never {
    throw FileSystemError.NoPermissions();
  }

  delete(): never {
    throw FileSystemError.NoPermissions();
  }

  rename(): never {
    throw FileSystemError.NoPermissions();
  }
}

/** Every kind of document that can contain SIDs; each shows one with a text. */
export const documentKinds = {
  'a JavaScript file': async (text) => ({ document: await openFile('.js', text) }),
  'a Python file': async (text) => ({ document: await openFile('.py', text) }),
  'a JSON file': async (text) => ({ document: await openFile('.json', text) }),
  'a plain text file': async (text) => ({ document: await openFile('.txt', text) }),
  'a file of a language that nobody knows': async (text) => ({
    document: await openFile('.nobody-knows', text),
  }),
  'an untitled document': showUntitled,
  'a cell of a notebook': showCell,
  'the old side of a diff': (text) => showDiff(text, 'old'),
  'the new side of a diff': (text) => showDiff(text, 'new'),
  output: showOutput,
  'a file on a virtual disk that is read-only': showVirtual,
  "a Task's document": showTask,
} as const satisfies Record<string, (text: string) => Promise<ShownDocument>>;

async function showUntitled(content: string): Promise<ShownDocument> {
  const document = await workspace.openTextDocument({ content });
  // A document that is not visible can be closed at any time.
  await window.showTextDocument(document);
  return { document };
}

async function showCell(text: string): Promise<ShownDocument> {
  const { notebook } = await openNotebook([text]);
  return { document: notebook.cellAt(0).document };
}

/** As a version control system shows one: the original text is not a file. */
async function showDiff(text: string, side: 'old' | 'new'): Promise<ShownDocument> {
  const old: TextDocumentContentProvider = {
    provideTextDocumentContent: () => (side === 'old' ? text : ''),
  };
  const needs = workspace.registerTextDocumentContentProvider('old-text', old);
  const modified = await writeFile('.txt', side === 'new' ? text : '');
  const original = modified.with({ scheme: 'old-text', authority: '' });
  await commands.executeCommand('vscode.diff', original, modified);
  const uri = side === 'old' ? original : modified;
  return { document: await shownOf((document) => String(document.uri) === String(uri)), needs };
}

async function showOutput(text: string): Promise<ShownDocument> {
  const needs = window.createOutputChannel('SIDs');
  needs.append(text);
  needs.show(true);
  const document = await shownOf(({ uri }) => uri.scheme === 'output' && uri.path.includes('SIDs'));
  await waitFor(() => document.getText().includes(text));
  return { document, needs };
}

async function showVirtual(text: string): Promise<ShownDocument> {
  const files = new ReadOnlyFiles(text);
  const needs = workspace.registerFileSystemProvider('virtual', files, { isReadonly: true });
  const document = await workspace.openTextDocument(Uri.parse('virtual:/some.txt'));
  await window.showTextDocument(document);
  return { document, needs };
}

async function showTask(text: string): Promise<ShownDocument> {
  const workspaceSid = sampleSid('WS', 'Acme Contact Centre');
  const taskSid = 'WT0000000000000000000000000000b000';
  const lines = Object.fromEntries(text.split('\n').map((line, index) => [`n${index}`, line]));
  const body = { sid: taskSid, attributes: JSON.stringify(lines) };
  await server.putTask(workspaceSid, taskSid, JSON.stringify(body));
  const uri = await fetchTask({ workspaceSid, taskSid, profile: 'env' });
  assert.ok(uri !== undefined);
  return { document: activeTaskDocument(), write: (part) => JSON.stringify(part).slice(1, -1) };
}

async function shownOf(isIt: (document: TextDocument) => boolean): Promise<TextDocument> {
  const find = () => window.visibleTextEditors.find(({ document }) => isIt(document))?.document;
  await waitFor(() => find() !== undefined);
  const document = find();
  assert.ok(document !== undefined);
  return document;
}
