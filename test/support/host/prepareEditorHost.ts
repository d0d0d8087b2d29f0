import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { runNpm } from '../process/runNpm.ts';
import { progress } from '../progress.ts';
import { projectRoot } from '../projectRoot.ts';
import { codeServerVersions, type EditorVersion } from './codeServerVersions.ts';
import type { EditorHost } from './editorHost.ts';

/** Raised when what is done below changes, so that older installs are made anew. */
const RECIPE = 3;
const cache = resolve(projectRoot, '.vscode-test');

/**
 * Installs the editor once into `.vscode-test/`. It is built aside and renamed into place, so that
 * there is never half of one, and two processes that prepare the same one do not meet.
 */
export async function prepareEditorHost(version: EditorVersion): Promise<EditorHost> {
  const codeServer = codeServerVersions[version];
  const folder = resolve(cache, `code-server-${codeServer}`);
  const stamp = JSON.stringify({ codeServer, recipe: RECIPE });
  const host: EditorHost = { version, folder: resolve(folder, 'node_modules/code-server') };
  if (await isStamped(folder, stamp)) return host;

  progress(`Installing VS Code ${version} (code-server ${codeServer}), once…`);
  const started = Date.now();
  await mkdir(cache, { recursive: true });
  await removeAbandoned();
  const aside = resolve(cache, `building-${process.pid}-${codeServer}`);
  try {
    await install(aside, codeServer);
    await writeFile(resolve(aside, 'stamp.json'), stamp);
    await moveIntoPlace(aside, folder, stamp);
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  progress(`VS Code ${version} is ready after ${Math.round((Date.now() - started) / 1000)} s.`);
  return host;
}

async function install(aside: string, codeServer: string): Promise<void> {
  await mkdir(aside);
  await writeFile(resolve(aside, 'package.json'), '{ "private": true }\n');
  // Its scripts would compile parts that are not needed, and want libraries that few machines have.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  await runNpm(['install', ...quiet, `code-server@${codeServer}`], aside);
  const vscode = resolve(aside, 'node_modules/code-server/lib/vscode');
  await runNpm(['install', '--omit=dev', ...quiet], vscode);
  // TypeScript, without which the editor complains at the first JavaScript file.
  await runNpm(['install', '--omit=dev', ...quiet], resolve(vscode, 'extensions'));
  const ours = resolve(import.meta.dirname, 'native');
  for (const [file, modules] of Object.entries({
    'spdlog.ts': [resolve(vscode, 'node_modules/@vscode/spdlog/index.js')],
    'watchdog.ts': [
      resolve(vscode, 'node_modules/@vscode/native-watchdog/index.js'),
      resolve(vscode, 'node_modules/native-watchdog/index.js'),
    ],
    // Older ones only: later ones ship it built.
    'argon2.ts': [resolve(aside, 'node_modules/argon2/argon2.js')],
  })) {
    for (const outfile of modules.filter((module) => existsSync(module))) {
      const entryPoints = [resolve(ours, file)];
      await build({ entryPoints, outfile, platform: 'node', format: 'cjs', allowOverwrite: true });
    }
  }
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
