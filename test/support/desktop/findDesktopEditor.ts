import { existsSync, realpathSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';

/** The versions that test-electron can download; see its `DownloadVersion`. */
const VERSION =
  /^(?:stable|insiders|\d+\.\d+\.\d+(?:-insider)?|(?:insiders|\d+\.\d+\.\d+(?:-insider)?)-unreleased|[\da-f]{40})$/;

/**
 * The executable of a desktop VS Code. Downloads the given version, if there is one. Otherwise uses the one in
 * `VSCODE_EXECUTABLE_PATH`, an installed one, or downloads the current one.
 */
export async function findDesktopEditor(search: DesktopEditorSearch): Promise<string> {
  const { version, env, download, places = usualPlaces(env) } = search;
  if (version !== undefined) {
    if (!VERSION.test(version)) {
      throw new Error('--version is stable, insiders, a version such as 1.100.3, or a commit.');
    }
    return await download(version).catch((error: unknown) => {
      throw new Error(`VS Code ${version} could not be downloaded: ${messageOf(error)}`);
    });
  }
  const chosen = env['VSCODE_EXECUTABLE_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`VSCODE_EXECUTABLE_PATH says ${chosen}, where there is nothing.`);
  }
  const installed = [...besideCommand(env), ...places].find((path) => existsSync(path));
  if (installed) return installed;
  return await download('stable').catch((error: unknown) => {
    throw new Error(
      `There is no desktop VS Code here and it cannot be downloaded (${messageOf(error)}): install ` +
        'it, or set VSCODE_EXECUTABLE_PATH to it. "npm run test:integration" runs the same tests ' +
        'without one.',
    );
  });
}

interface DesktopEditorSearch {
  /** Default: any. */
  readonly version: string | undefined;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Downloads a version unless it is already there, and returns its executable. */
  readonly download: (version: string) => Promise<string>;
  /** The usual place of an installation. Default: that on this system. */
  readonly places?: readonly string[];
}

function usualPlaces(env: DesktopEditorSearch['env']): string[] {
  if (process.platform === 'darwin') {
    // Since 1.110 it is named after the product: https://github.com/microsoft/vscode/pull/291948
    return ['Code', 'Electron'].map(
      (name) => `/Applications/Visual Studio Code.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === 'win32') {
    const own = env['LOCALAPPDATA'] && resolve(env['LOCALAPPDATA'], 'Programs');
    return [own, env['PROGRAMFILES']].flatMap((folder) =>
      folder ? [resolve(folder, 'Microsoft VS Code/Code.exe')] : [],
    );
  }
  return ['/usr/share/code/code', '/snap/code/current/usr/share/code/code'];
}

/** `code` is bin/code in the folder of the executable, or a link to it. */
function besideCommand(env: DesktopEditorSearch['env']): string[] {
  const executable = process.platform === 'win32' ? 'Code.exe' : 'code';
  const folders = (env['PATH'] ?? '').split(delimiter).filter(Boolean);
  return folders
    .map((folder) => resolve(folder, 'code'))
    .filter((path) => existsSync(path))
    .map((command) => resolve(realpathSync(command), '../..', executable));
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
