import {
  EventEmitter,
  FileChangeType,
  FilePermission,
  FileSystemError,
  FileType,
  workspace,
  type Disposable,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
  type Uri,
} from 'vscode';
import { lazily } from '../../core/base/lazily.ts';
import { DisposableStore } from '../../core/base/disposables.ts';
import { parseFetchUri, parseResourceUri } from '../../core/documents/documentUri.ts';
import { resourceKey, type ProfiledResource } from '../../core/resources/resourceReference.ts';
import { documentBytes } from './documentFormat.ts';
import { FlatFileSystem } from '../ui/flatFileSystem.ts';
import type { DocumentContent, TaskDocuments } from './taskDocuments.ts';
import { taskUri } from './taskUri.ts';

/**
 * The documents of Tasks and other resources as read-only files, because VS Code restores only tabs
 * of files after a reload. Answers from memory only: VS Code may read files on its own, for example
 * because of a `.code-workspace` file in a repository.
 */
export class TaskFileSystem extends FlatFileSystem implements FileSystemProvider, Disposable {
  readonly #documents: () => Promise<TaskDocuments>;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<FileChangeEvent[]>());

  readonly onDidChangeFile = this.#changed.event;

  /** @param load loads the documents when the first one is read */
  constructor(load: () => Promise<TaskDocuments>) {
    super();
    this.#documents = lazily(async () => {
      const documents = await load();
      this.#disposables.add(
        documents.onDidChange((resource) => {
          const uris = [taskUri(resource), ...openFetches(resource)];
          this.#changed.fire(uris.map((uri) => ({ type: FileChangeType.Changed, uri })));
        }),
      );
      return documents;
    });
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { bytes, modifiedAt } = await this.#find(uri);
    return {
      type: FileType.File,
      permissions: FilePermission.Readonly,
      ctime: 0,
      mtime: modifiedAt,
      size: documentBytes(bytes, uri).length,
    };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return documentBytes((await this.#find(uri)).bytes, uri);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  async #find(uri: Uri): Promise<DocumentContent> {
    const earlier = parseFetchUri(uri);
    const resource = earlier === undefined ? parseResourceUri(uri) : earlier.task;
    if (resource === undefined) throw FileSystemError.FileNotFound(uri);
    const documents = await this.#documents();
    return earlier === undefined
      ? documents.content(resource)
      : documents.earlier(earlier.task, earlier.number);
  }
}

/** The open documents of earlier fetches. They are rendered like the latest one. */
function openFetches(resource: ProfiledResource): readonly Uri[] {
  return workspace.textDocuments
    .map(({ uri }) => uri)
    .filter((uri) => {
      const fetch = parseFetchUri(uri);
      return fetch !== undefined && resourceKey(fetch.task) === resourceKey(resource);
    });
}
