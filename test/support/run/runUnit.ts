import { parseArgs } from 'node:util';
import { runFiles, testFilesIn } from '../mocha/runFiles.ts';
import { concludeSuites } from '../mocha/suiteOutcome.ts';

/*
 * Runs the bundled unit tests without the slow ones, or with `--long` only those:
 *
 *     node test/support/run/runUnit.ts [part of a path…] [--grep text] [--long] [--half 1|2]
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    grep: { type: 'string' },
    long: { type: 'boolean', default: false },
    half: { type: 'string' },
  },
});
const LONG = '/unit/long/';
const files = testFilesIn('out/unit', '.test.mjs')
  .filter((file) => file.includes(LONG) === values.long)
  .filter((file) => positionals.length === 0 || positionals.some((part) => file.includes(part)))
  // Two processes for two cores: each runs every other file.
  .filter((_, index) => values.half === undefined || (index % 2) + 1 === Number(values.half));
const outcome = await runFiles({ files, timeout: 60_000, grep: values.grep, reporter: 'dot' });
// Ends even if a test left something running.
process.exit(concludeSuites(new Map([['unit', outcome]]), values.grep));
