import { parseArgs } from 'node:util';
import { runFiles, testFilesIn } from '../mocha/runFiles.ts';
import { concludeSuites } from '../mocha/suiteOutcome.ts';

/*
 * Runs test/contract:
 *
 *     node test/support/run/runContract.ts [--grep text]
 */

const { grep } = parseArgs({ options: { grep: { type: 'string' } } }).values;
const outcome = await runFiles({ files: testFilesIn('test/contract'), timeout: 60_000, grep });
process.exit(concludeSuites(new Map([['contract', outcome]]), grep));
