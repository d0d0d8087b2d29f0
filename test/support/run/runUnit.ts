import { parseArgs } from 'node:util';
import { runFiles, testFilesIn } from '../mocha/runFiles.ts';
import { concludeSuites } from '../mocha/suiteOutcome.ts';

/*
 * Runs the bundled unit tests, without or with `--long` only those that take many seconds:
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
const files = testFilesIn('out/unit', '.test.cjs')
  .filter((file) => file.includes(LONG) === values.long)
  .filter((file) => positionals.length === 0 || positionals.some((part) => file.includes(part)))
  // Two processes for two cores: every other file for each.
  .filter((_, index) => values.half === undefined || (index % 2) + 1 === Number(values.half));
const outcome = await runFiles({ files, timeout: 60_000, grep: values.grep, reporter: 'dot' });
// What a test left running must not keep the run from ending.
process.exit(concludeSuites(new Map([['unit', outcome]]), values.grep));
