import { runQuietly } from './runQuietly.ts';

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
