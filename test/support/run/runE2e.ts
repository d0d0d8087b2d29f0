import { parseArgs } from 'node:util';
import { mochaHooks } from '../e2e/mochaHooks.ts';
import { runOptions } from '../e2e/openSessions.ts';
import { runFiles, testFilesIn } from '../mocha/runFiles.ts';
import { concludeSuites } from '../mocha/suiteOutcome.ts';
import { progress } from '../progress.ts';

/*
 * Runs test/e2e, or one of the folders in it:
 *
 *     node test/support/run/runE2e.ts [folder…] [--grep text] [--screenshots]
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { grep: { type: 'string' }, screenshots: { type: 'boolean', default: false } },
});
runOptions.takesPictures = values.screenshots;
const folders = positionals.length > 0 ? positionals : [''];
try {
  const outcome = await runFiles({
    files: folders.flatMap((folder) => testFilesIn(`test/e2e/${folder}`)),
    timeout: 240_000,
    grep: values.grep,
    hooks: mochaHooks,
  });
  process.exit(concludeSuites(new Map([['e2e', outcome]]), values.grep));
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
