import { Disposable, EventEmitter, FileSystemError } from 'vscode';
import type { Event, FileChangeEvent, FileStat, FileSystemProvider, Uri } from 'vscode';
import { DisposableStore } from '../../core/base/disposables.ts';
import { lazily } from '../../core/base/lazily.ts';

type Awaitable<T> = T | Promise<T>;

/** Files that are found by their exact Uri. There are no folders. */
export interface FileSource {
  readonly onDidChange: Event<FileChangeEvent[]>;
  /** Both throw `FileNotFound` for any other Uri. */
  stat(uri: Uri): Awaitable<FileStat>;
  read(uri: Uri): Awaitable<Uint8Array>;
  /** Absent if the files are read-only. */
  write?(uri: Uri, content: Uint8Array): void;
}

/** A file system whose code is loaded when VS Code first reads or writes a file of it. */
export class LazyFileSystem<Source extends FileSource> implements FileSystemProvider, Disposable {
  readonly #disposables = new DisposableStore();
  readonly #changed = this.#disposables.add(new EventEmitter<FileChangeEvent[]>());

  readonly onDidChangeFile = this.#changed.event;
  readonly source: () => Promise<Source>;

  constructor(load: () => Promise<Source>) {
    this.source = lazily(async () => {
      const source = await load();
      this.#disposables.add(
        source.onDidChange((changes) => {
          this.#changed.fire(changes);
        }),
      );
      return source;
    });
  }

  async stat(uri: Uri): Promise<FileStat> {
    return (await this.source()).stat(uri);
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    return (await this.source()).read(uri);
  }

  async writeFile(uri: Uri, content: Uint8Array): Promise<void> {
    const source = await this.source();
    if (source.write === undefined) throw FileSystemError.NoPermissions(uri);
    source.write(uri, content);
  }

  /** All changes are always reported. */
  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  readDirectory(uri: Uri): never {
    throw FileSystemError.FileNotFound(uri);
  }

  createDirectory(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  dispose(): void {
    this.#disposables.dispose();
  }
}
