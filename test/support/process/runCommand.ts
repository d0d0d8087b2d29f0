import { accessSync, constants } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { spawnGuarded } from './spawnGuarded.ts';

/** Runs a command to its end and returns what it said; rejects with the end of it if it fails. */
export async function runQuietly(
  command: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env?: NodeJS.ProcessEnv } = {},
): Promise<string> {
  const child = spawnGuarded(command, args, options);
  let output = '';
  child.onOutput((text) => {
    output += text;
  });
  const code = await child.ended;
  if (code !== 0) {
    throw new Error(`${[command, ...args].join(' ')} ended with code ${code}:\n${child.tail}`);
  }
  return output;
}

/**
 * Runs npm: the one that started this script, on the Node that it came with, as some distributions'
 * npm runs on their own Node only.
 */
export async function runNpm(args: readonly string[], cwd: string): Promise<void> {
  const cli = process.env['npm_execpath'];
  const node = process.env['npm_node_execpath'];
  // What `npm run` passes on describes this project, and is not meant for another.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle)_/.test(name)),
  );
  await (cli?.endsWith('npm-cli.js') && node
    ? runQuietly(node, [cli, ...args], { cwd, env })
    : runQuietly('npm', args, { cwd, env }));
}

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
