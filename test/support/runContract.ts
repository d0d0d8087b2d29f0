import { parseArgs } from 'node:util';
import { concludeSuites } from './mocha/concludeSuites.ts';
import { runFiles } from './mocha/runFiles.ts';
import { testFilesIn } from './mocha/testFilesIn.ts';

/*
 * Runs test/contract:
 *
 *     node test/support/runContract.ts [--grep text]
 */

const { grep } = parseArgs({ options: { grep: { type: 'string' } } }).values;
const outcome = await runFiles({ files: testFilesIn('test/contract'), timeout: 60_000, grep });
process.exit(concludeSuites(new Map([['contract', outcome]]), grep));
