import {
  Disposable,
  EventEmitter,
  FileSystemError,
  FileType,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
} from 'vscode';

/** A disk that cannot be written to, all of whose files hold one text. */
export class ReadOnlyFiles implements FileSystemProvider {
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
