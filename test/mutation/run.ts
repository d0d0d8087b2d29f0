import { readdirSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { Stryker } from '@stryker-mutator/core';
import type { MutantResult } from '@stryker-mutator/api/core';
import { progress } from '../support/progress.ts';

/*
 * Tries mutants of src/core and src/twilio, a folder at a time, with the unit tests of the folder of
 * that name: the tests of others may fail too, but say less, and there are thousands.
 *
 *     node test/mutation/run.ts [folder…] [--concurrency 1]
 *
 * What survived, with its line, is in out/mutation/<folder>.html.
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { concurrency: { type: 'string', default: '2' } },
});

const inCore = readdirSync('src/core', { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);
const folders = ['twilio', ...inCore];

function score(results: readonly MutantResult[]): string {
  const count = (...statuses: readonly MutantResult['status'][]) =>
    results.filter(({ status }) => statuses.includes(status)).length;
  const found = count('Killed', 'Timeout');
  const tried = found + count('Survived', 'NoCoverage');
  return `${((100 * found) / tried).toFixed(1).padStart(5)} %  ${String(found)} of ${String(tried)}`;
}

const lines: string[] = [];
const all: MutantResult[] = [];
for (const folder of positionals.length > 0 ? positionals : folders) {
  const results = await new Stryker({
    configFile: 'test/mutation/stryker.json',
    mutate: [`src/${folder === 'twilio' ? folder : `core/${folder}`}/**/*.ts`],
    tests: `out/unit/${folder}`,
    // Each would take all tests of the folder, which are slow there; most are tables of names.
    ignoreStatic: folder === 'twilio' || folder === 'sids',
    concurrency: Number(values.concurrency),
    jsonReporter: { fileName: `out/mutation/${folder}.json` },
    htmlReporter: { fileName: `out/mutation/${folder}.html` },
  }).runMutationTest();
  all.push(...results);
  lines.push(`${folder.padEnd(12)}${score(results)}`);
}
progress(['', ...lines, `${'all'.padEnd(12)}${score(all)}`].join('\n'));
