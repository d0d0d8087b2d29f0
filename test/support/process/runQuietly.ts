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
