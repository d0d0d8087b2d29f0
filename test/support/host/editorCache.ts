import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { projectRoot } from '../projectRoot.ts';

const shared = resolve(projectRoot, '.vscode-test');

/**
 * A folder of `.vscode-test/` that is created once. It is built elsewhere and then renamed, so that it is always
 * complete. As its name tells its contents, no process replaces one that another process is reading.
 *
 * @param contents what they are made of: with others, the folder is created again and the one before is removed
 */
export async function cachedFolder(
  name: string,
  contents: string | Buffer,
  build: (aside: string) => Promise<void>,
  cache = shared,
): Promise<string> {
  const digest = createHash('sha256').update(contents).digest('hex').slice(0, 16);
  const folder = resolve(cache, `${name}-${digest}`);
  if (existsSync(folder)) return folder;
  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  const aside = await mkdtemp(resolve(cache, `building-${process.pid}-`));
  try {
    await build(aside);
    await rename(aside, folder);
    await removeFormer(cache, name, folder);
  } catch (error) {
    // Another process may have been faster.
    if (!existsSync(folder)) throw error;
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return folder;
}

async function removeFormer(cache: string, name: string, folder: string): Promise<void> {
  for (const entry of await readdir(cache)) {
    const isFormer = entry.startsWith(name) && /^(?:-[\da-f]{16})?$/.test(entry.slice(name.length));
    if (isFormer && resolve(cache, entry) !== folder) await remove(resolve(cache, entry));
  }
}

async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const pid = /^building-(\d+)-/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) await remove(resolve(cache, name));
  }
}

/** Another process may be removing it, too. */
function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
