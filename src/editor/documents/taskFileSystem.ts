import {
  Disposable,
  EventEmitter,
  FileChangeType,
  FilePermission,
  FileSystemError,
  FileType,
  workspace,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
  type Uri,
} from 'vscode';
import { parseFetchAddress, parseResourceAddress } from '../../core/documents/taskAddress.ts';
import { resourceKey, type ProfiledResource } from '../../core/tasks/profiledResource.ts';
import type { DocumentContent, TaskDocuments } from './taskDocuments.ts';
import { taskUri } from './taskUri.ts';

/**
 * The documents of Tasks and other resources as read-only files, because a tab on a file is the only
 * one that comes back when the window is reloaded. Answers from memory only: the editor asks about
 * files that nobody opened, as a `.code-workspace` in a repository can make it do.
 */
export class TaskFileSystem implements FileSystemProvider, Disposable {
  readonly #documents: TaskDocuments;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly #subscription: Disposable;

  readonly onDidChangeFile = this.#changed.event;

  constructor(documents: TaskDocuments) {
    this.#documents = documents;
    this.#subscription = documents.onDidChange((resource) => {
      const uris = [taskUri(resource), ...openFetches(resource)];
      this.#changed.fire(uris.map((uri) => ({ type: FileChangeType.Changed, uri })));
    });
  }

  stat(uri: Uri): FileStat {
    const { bytes, modifiedAt } = this.#find(uri);
    return {
      type: FileType.File,
      permissions: FilePermission.Readonly,
      ctime: 0,
      mtime: modifiedAt,
      size: bytes.length,
    };
  }

  readFile(uri: Uri): Uint8Array {
    return this.#find(uri).bytes;
  }

  /** Changes of every document are told at all times. */
  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  readDirectory(uri: Uri): never {
    throw FileSystemError.FileNotFound(uri);
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  writeFile(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #find(uri: Uri): DocumentContent {
    const earlier = parseFetchAddress(uri);
    if (earlier !== undefined) return this.#documents.earlier(earlier.task, earlier.number);
    const resource = parseResourceAddress(uri);
    if (resource === undefined) throw FileSystemError.FileNotFound(uri);
    return this.#documents.content(resource);
  }
}

/** The documents of earlier fetches that the editor has open: they are shown as that of the latest is. */
function openFetches(resource: ProfiledResource): readonly Uri[] {
  return workspace.textDocuments
    .map(({ uri }) => uri)
    .filter((uri) => {
      const fetch = parseFetchAddress(uri);
      return fetch !== undefined && resourceKey(fetch.task) === resourceKey(resource);
    });
}
