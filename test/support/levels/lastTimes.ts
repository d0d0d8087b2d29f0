import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { projectRoot } from '../projectRoot.ts';

/** In the folder of the editors, which `npm ci` does not delete. */
const file = resolve(projectRoot, '.vscode-test/last-times.json');

/** The times of the last successful runs and levels in this folder, in seconds, by name. */
export function readLastTimes(): ReadonlyMap<string, number> {
  try {
    const times = JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
    return new Map(Object.entries(times));
  } catch {
    return new Map();
  }
}

export function rememberTimes(times: ReadonlyMap<string, number>): void {
  const all = Object.fromEntries([...readLastTimes(), ...times]);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(all, undefined, 2)}\n`);
}
