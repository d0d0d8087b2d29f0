import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import type { MutantResult } from '@stryker-mutator/api/core';
import { progress } from '../support/progress.ts';

/*
 * Tries mutants of src/core and src/twilio, a folder at a time, with the unit tests of the folder of
 * that name, and of those that test it through a neighbour. The others may fail too, but say less of what
 * is wrong, and there are thousands.
 *
 *     node test/mutation/run.ts [folder…] [--concurrency 1]
 *
 * What survived, with its line, is in out/mutation/<folder>.html. Fails below the score that is expected.
 */

/** Of 100 mutants, how many a test has to find. */
const EXPECTED = 85;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { concurrency: { type: 'string', default: '2' } },
});

interface Part {
  readonly mutate: string;
  /** The folders of the built tests. */
  readonly tests: readonly string[];
  /**
   * Leaves out mutants of what runs when a file is loaded: each would take all tests of the folder. In
   * these they are slow, and most such mutants are words of the tables of SIDs.
   */
  readonly ignoreStatic?: true;
}

/** Folders whose tests also test another one, which has the facts that they show. */
const NEIGHBOURS: Readonly<Record<string, readonly string[]>> = {
  resources: ['taskrouter'],
  taskrouter: ['profiles'],
  history: ['page'],
  links: ['references'],
  tree: ['tasks'],
};

function partOf(folder: string): Part {
  const tests = [folder, ...(NEIGHBOURS[folder] ?? [])].map((name) => `out/mutants/${name}`);
  switch (folder) {
    case 'twilio':
      return { mutate: 'src/twilio/**/*.ts', tests, ignoreStatic: true };
    case 'sids':
      return { mutate: 'src/core/sids/**/*.ts', tests, ignoreStatic: true };
    default:
      return { mutate: `src/core/${folder}/**/*.ts`, tests };
  }
}

const inCore = readdirSync('src/core', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const folders = positionals.length > 0 ? positionals : ['twilio', ...inCore];

function scoreOf(results: readonly MutantResult[]) {
  const count = (...statuses: readonly MutantResult['status'][]) =>
    results.filter(({ status }) => statuses.includes(status)).length;
  const found = count('Killed', 'Timeout');
  const tried = found + count('Survived', 'NoCoverage');
  return { found, tried, percent: (100 * found) / tried };
}

function line(name: string, results: readonly MutantResult[]): string {
  const { found, tried, percent } = scoreOf(results);
  return `${name.padEnd(12)}${percent.toFixed(1).padStart(5)} %  ${String(found)} of ${String(tried)}`;
}

const lines: string[] = [];
const all: MutantResult[] = [];
for (const folder of folders) {
  const { mutate, ...part } = partOf(folder);
  const results = await new Stryker({
    configFile: 'test/mutation/stryker.json',
    mutate: [mutate],
    ...part,
    concurrency: Number(values.concurrency),
    jsonReporter: { fileName: `out/mutation/${folder}.json` },
    htmlReporter: { fileName: `out/mutation/${folder}.html` },
  }).runMutationTest();
  all.push(...results);
  lines.push(line(folder, results));
}
progress(['', ...lines, line('all', all)].join('\n'));
if (scoreOf(all).percent < EXPECTED) process.exitCode = 1;
