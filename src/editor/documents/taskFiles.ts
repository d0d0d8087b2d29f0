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
  type Uri,
} from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { parseFetchUri, parseResourceUri } from '../../core/documents/documentUri.ts';
import { resourceKey, type ProfiledResource } from '../../core/resources/resourceReference.ts';
import type { FileSource } from '../ui/lazyFileSystem.ts';
import { documentBytes } from './documentFormat.ts';
import type { DocumentContent, TaskDocuments } from './taskDocuments.ts';
import { taskUri } from './taskUri.ts';

/**
 * The documents of Tasks and other resources as read-only files, because VS Code restores only tabs
 * of files after a reload. Answers from memory only: VS Code may read files on its own, for example
 * because of a `.code-workspace` file in a repository.
 */
export class TaskFiles implements FileSource, Disposable {
  readonly #documents: TaskDocuments;
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<FileChangeEvent[]>());

  readonly onDidChange = this.#changed.event;

  constructor(documents: TaskDocuments) {
    this.#documents = documents;
    this.#disposables.add(
      documents.onDidChange((resource) => {
        const uris = [taskUri(resource), ...openFetches(resource)];
        this.#changed.fire(uris.map((uri) => ({ type: FileChangeType.Changed, uri })));
      }),
    );
  }

  stat(uri: Uri): FileStat {
    const { bytes, modifiedAt } = this.#find(uri);
    return {
      type: FileType.File,
      permissions: FilePermission.Readonly,
      ctime: 0,
      mtime: modifiedAt,
      size: documentBytes(bytes, uri).length,
    };
  }

  read(uri: Uri): Uint8Array {
    return documentBytes(this.#find(uri).bytes, uri);
  }

  dispose(): void {
    this.#disposables.dispose();
  }

  #find(uri: Uri): DocumentContent {
    const earlier = parseFetchUri(uri);
    const resource = earlier === undefined ? parseResourceUri(uri) : earlier.task;
    if (resource === undefined) throw FileSystemError.FileNotFound(uri);
    return earlier === undefined
      ? this.#documents.content(resource)
      : this.#documents.earlier(earlier.task, earlier.number);
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
