import { parseArgs } from 'node:util';
import { runPageSuites } from './mocha/runPageSuites.ts';
import { tellOutcomes } from './mocha/tellOutcomes.ts';
import { progress } from './progress.ts';

/*
 * Runs test/e2e:
 *
 *     node test/support/runE2e.ts [--grep text]
 */

const { values } = parseArgs({ options: { grep: { type: 'string' } } });
try {
  const outcome = await runPageSuites({
    folder: 'test/e2e',
    timeout: 120_000,
    grep: values.grep,
  });
  tellOutcomes(new Map([['e2e', outcome]]));
  process.exit(outcome.failures > 0 || outcome.passes === 0 ? 1 : 0);
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exit(1);
}
