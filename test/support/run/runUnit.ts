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
const wanted = testFilesIn('out/unit', '.test.mjs')
  .filter((file) => file.includes(LONG) === values.long)
  .filter((file) => positionals.length === 0 || positionals.some((part) => file.includes(part)));
const middle = Math.ceil(wanted.length / 2);
// Two processes for two cores. Neighbours share more modules, and the parsed sources, than other files.
const files =
  values.half === undefined
    ? wanted
    : wanted.slice(...(values.half === '1' ? [0, middle] : [middle]));
const outcome = await runFiles({ files, timeout: 60_000, grep: values.grep, reporter: 'dot' });
// Ends even if a test left something running.
process.exit(concludeSuites(new Map([['unit', outcome]]), values.grep));
