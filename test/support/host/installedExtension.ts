import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { runQuietly } from '../process/runQuietly.ts';
import { cachedFolder } from './editorCache.ts';
import type { EditorHost } from './editorHost.ts';
import { hostEnvironment } from './hostEnvironment.ts';

/**
 * Lets the editor install a packaged extension, once for each package, which takes it more than a
 * second: every session begins with a copy.
 *
 * @returns a folder of extensions
 */
export async function installedExtension(host: EditorHost, vsix: string): Promise<string> {
  const stamp = createHash('sha256')
    .update(await readFile(vsix))
    .digest('hex');
  const folder = await cachedFolder(`extensions-${host.version}`, stamp, async (aside) => {
    const data = await mkdtemp(resolve(tmpdir(), 'trl-'));
    try {
      await runQuietly(
        process.execPath,
        [
          resolve(host.folder, 'lib/vscode/out/server-main.js'),
          ...['--accept-server-license-terms', '--server-data-dir', data],
          ...['--extensions-dir', resolve(aside, 'extensions'), '--install-extension', vsix],
        ],
        { env: hostEnvironment() },
      );
    } finally {
      await rm(data, { recursive: true, force: true });
    }
  });
  return resolve(folder, 'extensions');
}
