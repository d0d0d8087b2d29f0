import { readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import Mocha from 'mocha';
import { mochaHooks } from '../e2e/mochaHooks.ts';
import { projectRoot } from '../projectRoot.ts';

/**
 * Runs test/web: of an extension in a web worker. mocha stays in this process, as it needs Node, and acts
 * on the editor through its page.
 */
export async function runWebSuite(
  grep: string | undefined,
): Promise<{ readonly passes: number; readonly failures: number }> {
  const mocha = new Mocha({ timeout: 60_000, slow: 10_000, forbidOnly: true, reporter: 'spec' });
  if (grep !== undefined) mocha.grep(grep);
  mocha.rootHooks(mochaHooks);
  const folder = resolve(projectRoot, 'test/web');
  for (const name of readdirSync(folder)) mocha.addFile(resolve(folder, name));
  await mocha.loadFilesAsync();
  return new Promise((resolve, reject) => {
    const runner = mocha.run(() => {
      if (runner.stats) resolve(runner.stats);
      else reject(new Error('mocha counted nothing.'));
    });
  });
}
