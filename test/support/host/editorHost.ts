import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { build } from 'esbuild';
import { runNpm } from '../process/runCommand.ts';
import { progress } from '../progress.ts';
import { cachedFolder } from './editorCache.ts';

/** An installed editor. */
export interface EditorHost {
  readonly version: EditorVersion;
  /** The package code-server. */
  readonly folder: string;
}

/**
 * The tested editors: the oldest one that the extension supports and a current one, by the version of the npm
 * package code-server that contains each.
 */
export const codeServerVersions = { '1.100': '4.100.3', '1.139': '4.139.1' } as const;

export type EditorVersion = keyof typeof codeServerVersions;

/** Increased when the steps below change, so that older installations are replaced. */
const RECIPE = 3;

/** Installs the editor once into `.vscode-test/`. */
export async function prepareEditorHost(version: EditorVersion): Promise<EditorHost> {
  const codeServer = codeServerVersions[version];
  const contents = JSON.stringify({ codeServer, recipe: RECIPE });
  const folder = await cachedFolder(`code-server-${codeServer}`, contents, async (aside) => {
    progress(`Installing VS Code ${version} (code-server ${codeServer}), once…`);
    const started = Date.now();
    await install(aside, codeServer);
    progress(`VS Code ${version} is ready after ${Math.round((Date.now() - started) / 1000)} s.`);
  });
  return { version, folder: resolve(folder, 'node_modules/code-server') };
}

async function install(aside: string, codeServer: string): Promise<void> {
  await writeFile(resolve(aside, 'package.json'), '{ "private": true }\n');
  // Its scripts would compile unneeded parts that require libraries which few machines have.
  const quiet = ['--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  progress('1 of 3: downloading code-server…');
  await runNpm(['install', ...quiet, `code-server@${codeServer}`], aside);
  const vscode = resolve(aside, 'node_modules/code-server/lib/vscode');
  progress('2 of 3: installing what VS Code needs…');
  await runNpm(['install', '--omit=dev', ...quiet], vscode);
  progress('3 of 3: installing what its extensions need…');
  // Without TypeScript, the editor reports an error for the first JavaScript file.
  await runNpm(['install', '--omit=dev', ...quiet], resolve(vscode, 'extensions'));
  const ours = resolve(import.meta.dirname, 'native');
  for (const [file, modules] of Object.entries({
    'spdlog.ts': [resolve(vscode, 'node_modules/@vscode/spdlog/index.js')],
    'watchdog.ts': [
      resolve(vscode, 'node_modules/@vscode/native-watchdog/index.js'),
      resolve(vscode, 'node_modules/native-watchdog/index.js'),
    ],
    // Only older versions; newer ones contain it prebuilt.
    'argon2.ts': [resolve(aside, 'node_modules/argon2/argon2.js')],
  })) {
    for (const outfile of modules.filter((module) => existsSync(module))) {
      const entryPoints = [resolve(ours, file)];
      await build({ entryPoints, outfile, platform: 'node', format: 'cjs', allowOverwrite: true });
    }
  }
}
