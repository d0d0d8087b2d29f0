import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Runs the benchmarks, each in a process of its own, so that none finds the heap of another.
 *
 *     node test/bench/run.ts [part of a name]
 */
const [part = ''] = process.argv.slice(2);
const folder = import.meta.dirname;
const names = readdirSync(folder).filter(
  (name) => name.endsWith('.bench.ts') && name.toLowerCase().includes(part.toLowerCase()),
);
if (names.length === 0) console.error(`No benchmark has “${part}” in its name`);
for (const name of names) {
  console.log(`\n${name}`);
  const { status } = spawnSync(process.execPath, ['--expose-gc', join(folder, name)], {
    stdio: 'inherit',
  });
  if (status !== 0) process.exitCode = 1;
}
if (names.length === 0) process.exitCode = 1;
