import { existsSync, realpathSync } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { downloadAndUnzipVSCode } from '@vscode/test-electron';
import { progress } from '../progress.ts';

/** The executable of a desktop VS Code: a chosen one, an installed one, or a downloaded one. */
export async function findDesktopEditor(): Promise<string> {
  const chosen = process.env['VSCODE_EXECUTABLE_PATH'];
  if (chosen) {
    if (existsSync(chosen)) return chosen;
    throw new Error(`VSCODE_EXECUTABLE_PATH says ${chosen}, where there is nothing.`);
  }
  const installed = [...besideCommand(), ...usualPlaces].find((path) => existsSync(path));
  if (installed) return installed;
  try {
    progress('Downloading VS Code, as none is installed…');
    return await downloadAndUnzipVSCode('stable');
  } catch {
    throw new Error(
      'There is no desktop VS Code here and it cannot be downloaded: install it, or set ' +
        'VSCODE_EXECUTABLE_PATH to it. "npm run test:integration" runs the same tests without one.',
    );
  }
}

const usualPlaces = [
  '/usr/share/code/code',
  '/snap/code/current/usr/share/code/code',
  '/Applications/Visual Studio Code.app/Contents/MacOS/Code',
  '/Applications/Visual Studio Code.app/Contents/MacOS/Electron',
];

function besideCommand(): string[] {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean);
  const commands = folders
    .map((folder) => resolve(folder, 'code'))
    .filter((path) => existsSync(path));
  // `code` is a link to bin/code in the folder of the executable.
  return commands.map((command) => resolve(realpathSync(command), '../../code'));
}
