import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { projectRoot } from '../projectRoot.ts';

const cache = resolve(projectRoot, '.vscode-test');

/**
 * A folder of `.vscode-test/` that is created once. It is built elsewhere and then renamed, so that it is always
 * complete, and two processes can create it at the same time.
 *
 * @param stamp describes its contents: with another one it is created again
 */
export async function cachedFolder(
  name: string,
  stamp: string,
  build: (aside: string) => Promise<void>,
): Promise<string> {
  const folder = resolve(cache, name);
  if (await isStamped(folder, stamp)) return folder;
  await mkdir(cache, { recursive: true });
  await removeAbandoned();
  const aside = resolve(cache, `building-${process.pid}-${name}`);
  try {
    await mkdir(aside);
    await build(aside);
    await writeFile(resolve(aside, 'stamp.json'), stamp);
    await moveIntoPlace(aside, folder, stamp);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return folder;
}

async function moveIntoPlace(aside: string, folder: string, stamp: string): Promise<void> {
  if (await isStamped(folder, stamp)) return;
  await rm(folder, { recursive: true, force: true });
  try {
    await rename(aside, folder);
  } catch (error) {
    // Another process was faster.
    if (!(await isStamped(folder, stamp))) throw error;
  }
}

async function isStamped(folder: string, stamp: string): Promise<boolean> {
  return (await readFile(resolve(folder, 'stamp.json'), 'utf8').catch(() => '')) === stamp;
}

async function removeAbandoned(): Promise<void> {
  for (const name of await readdir(cache)) {
    const pid = /^building-(\d+)-/.exec(name)?.[1];
    if (pid && !isRunning(Number(pid))) await rm(resolve(cache, name), { recursive: true });
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
