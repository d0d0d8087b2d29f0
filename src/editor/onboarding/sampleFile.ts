import { EventEmitter, FileChangeType, FileSystemError, FileType, l10n, Uri } from 'vscode';
import type { Disposable, FileChangeEvent, FileStat } from 'vscode';
import { sampleTask } from '../../core/profiles/profile.ts';
import type { FileSource } from '../ui/lazyFileSystem.ts';
import { SAMPLE_SCHEME } from './sampleScheme.ts';

/**
 * The walkthrough's sample file, in memory: SIDs to look at, which are valid, malformed or misplaced. It can be
 * changed and saved, for quick fixes. An untitled document would ask to be saved, and the tab of a virtual
 * document does not return after a reload.
 */
export class SampleFile implements FileSource, Disposable {
  /** The only file of its scheme. VS Code shows the path above the text and on the tab, so it is short. */
  readonly uri = Uri.from({ scheme: SAMPLE_SCHEME, path: '/twilio-sids.js' });
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  #content = originalContent();
  #savedAt = 0;

  readonly onDidChange = this.#changed.event;

  stat(uri: Uri): FileStat {
    const { length: size } = this.read(uri);
    return { type: FileType.File, ctime: 0, mtime: this.#savedAt, size };
  }

  read(uri: Uri): Uint8Array {
    this.#check(uri);
    return this.#content;
  }

  write(uri: Uri, content: Uint8Array): void {
    this.#check(uri);
    this.#content = content;
    // VS Code compares times to find out whether a file has changed.
    this.#savedAt = Math.max(Date.now(), this.#savedAt + 1);
    this.#changed.fire([{ type: FileChangeType.Changed, uri }]);
  }

  /** Undoes what was saved. */
  reset(): void {
    this.write(this.uri, originalContent());
  }

  dispose(): void {
    this.#changed.dispose();
  }

  #check(uri: Uri): void {
    if (uri.toString() !== this.uri.toString()) throw FileSystemError.FileNotFound(uri);
  }
}

function originalContent(): Uint8Array {
  const { workspaceSid, taskSid } = sampleTask;
  const text = [
    `// ${l10n.t('Hover over each SID to see what it is and what is wrong with it.')}`,
    `// ${l10n.t('Needs no account and never uses the network.')}`,
    '',
    `const workspace = client.taskrouter.v1.workspaces('${workspaceSid}');`,
    `const task = await workspace.tasks('${taskSid}').fetch();`,
    '',
    `// ${l10n.t('The letter O is in place of the digit 0. A quick fix corrects it.')}`,
    `const mistyped = '${taskSid.replace('0', 'O')}';`,
    '',
    `// ${l10n.t('The Task SID and the Workspace SID are in each other’s place.')}`,
    `const address = '/v1/Workspaces/${taskSid}/Tasks/${workspaceSid}';`,
    '',
    `// ${l10n.t('Other SIDs are explained as well, such as those of calls, messages and Workers.')}`,
    `const others = ['CA${'4'.repeat(32)}', 'SM${'5'.repeat(32)}', 'WK${'6'.repeat(32)}'];`,
    '',
  ].join('\n');
  return new TextEncoder().encode(text);
}
