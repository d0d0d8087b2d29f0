import { Disposable, FileSystemError, type FileSystemProvider, type Uri } from 'vscode';

/**
 * What the file systems of this extension have in common: files that are read by their exact path, and no
 * folders. A file can be written only if a file system says so itself.
 */
export abstract class FlatFileSystem implements Pick<
  FileSystemProvider,
  'createDirectory' | 'delete' | 'readDirectory' | 'rename' | 'watch' | 'writeFile'
> {
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

  // eslint-disable-next-line @typescript-eslint/no-unused-vars -- a subclass needs it
  writeFile(uri: Uri, _content: Uint8Array): void {
    throw FileSystemError.NoPermissions(uri);
  }

  delete(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }

  rename(uri: Uri): never {
    throw FileSystemError.NoPermissions(uri);
  }
}
