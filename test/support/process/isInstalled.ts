import { accessSync, constants } from 'node:fs';
import { delimiter, resolve } from 'node:path';

/** Whether a program is found where the shell looks for programs. */
export function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(resolve(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
