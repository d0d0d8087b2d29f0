import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { packagedExtension } from '../support/packagedExtension.ts';
import { runNpm } from '../support/process/runCommand.ts';
import { progress } from '../support/progress.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { printTables, type BenchTable } from './report/benchTable.ts';

/*
 * Runs the benchmarks, each in a process with a heap of its own.
 *
 *     node test/bench/run.ts [part of a name…] [--brief] [--json | --markdown]
 */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    brief: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
  },
});
const format = values.json ? 'json' : values.markdown ? 'markdown' : 'text';
const ENDING = '.bench.ts';
const all = readdirSync(import.meta.dirname).filter((name) => name.endsWith(ENDING));
const parts = positionals.length > 0 ? positionals : [''];
const names = all.filter((name) =>
  parts.some((part) => name.toLowerCase().includes(part.toLowerCase())),
);
const shortNames = all.map((name) => name.slice(0, -ENDING.length));
if (names.length === 0) {
  progress(`No benchmark has that in its name. There are ${shortNames.join(', ')}.`);
  process.exitCode = 1;
}

const machine = `Node.js ${process.versions.node}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`;
if (names.length > 0 && !packagedExtension().fresh) {
  progress('Building and packaging the extension…');
  await runNpm(['run', '--silent', 'package'], projectRoot);
}
const found: Record<string, readonly BenchTable[]> = {};
if (format !== 'json' && names.length > 0) console.log(machine);
for (const name of names) {
  progress(`Running ${name}…`);
  const flags = ['--json', ...(values.brief ? ['--brief'] : [])];
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', join(import.meta.dirname, name), ...flags],
    { stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  if (status !== 0) {
    progress(`${name} failed.`);
    process.exitCode = 1;
    continue;
  }
  const tables = JSON.parse(stdout) as readonly BenchTable[];
  found[name.slice(0, -ENDING.length)] = tables;
  if (format !== 'json') console.log(`\n${printTables(tables, format)}`);
}
if (format === 'json') console.log(JSON.stringify({ machine, benchmarks: found }, undefined, 2));
