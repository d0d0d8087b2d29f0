import {
  EventEmitter,
  FileChangeType,
  FileSystemError,
  FileType,
  Uri,
  type Disposable,
  type FileChangeEvent,
  type FileStat,
  type FileSystemProvider,
} from 'vscode';
import { FlatFileSystem } from '../ui/flatFileSystem.ts';

/** The scheme of the walkthrough's sample file. */
export const SAMPLE_SCHEME = 'taskrouter-sample';

/** The only file of its scheme. Its path is short, as VS Code shows it above the text and on the tab. */
export const sampleFileUri = Uri.from({ scheme: SAMPLE_SCHEME, path: '/twilio-sids.js' });

/**
 * The walkthrough's sample file, in memory. It can be changed and saved, for quick fixes: an untitled document
 * would ask to be saved, and the tab of a virtual document does not return after a reload.
 */
export class SampleFile extends FlatFileSystem implements FileSystemProvider, Disposable {
  readonly #original: () => Promise<Uint8Array>;
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  #saved: Uint8Array | undefined;
  #savedAt = 0;

  readonly onDidChangeFile = this.#changed.event;

  /** @param original the text before any change */
  constructor(original: () => Promise<Uint8Array>) {
    super();
    this.#original = original;
  }

  async stat(uri: Uri): Promise<FileStat> {
    const { length: size } = await this.readFile(uri);
    return { type: FileType.File, ctime: 0, mtime: this.#savedAt, size };
  }

  async readFile(uri: Uri): Promise<Uint8Array> {
    checkPath(uri);
    return this.#saved ?? (await this.#original());
  }

  override writeFile(uri: Uri, content: Uint8Array): void {
    checkPath(uri);
    this.#save(content);
  }

  /** Undoes what was saved. */
  reset(): void {
    this.#save(undefined);
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #save(content: Uint8Array | undefined): void {
    this.#saved = content;
    // VS Code compares times to find out whether a file has changed.
    this.#savedAt = Math.max(Date.now(), this.#savedAt + 1);
    this.#changed.fire([{ type: FileChangeType.Changed, uri: sampleFileUri }]);
  }
}

function checkPath(uri: Uri): void {
  if (uri.toString() !== sampleFileUri.toString()) throw FileSystemError.FileNotFound(uri);
}
