import { accessSync, constants } from 'node:fs';
import { delimiter, resolve } from 'node:path';
import { spawnGuarded } from './spawnGuarded.ts';

/** Runs a command and returns its output; rejects with the end of the output if it fails. */
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
 * Runs the npm that started this script with its own Node, as some distributions' npm works only with that.
 */
export async function runNpm(args: readonly string[], cwd: string): Promise<void> {
  const cli = process.env['npm_execpath'];
  const node = process.env['npm_node_execpath'];
  // Variables of `npm run` describe this project and would affect another one.
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^npm_(package|lifecycle)_/.test(name)),
  );
  await (cli?.endsWith('npm-cli.js') && node
    ? runQuietly(node, [cli, ...args], { cwd, env })
    : runQuietly('npm', args, { cwd, env }));
}

/** Whether a program is on the PATH. */
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
