import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { onStopped } from '../support/process/onStopped.ts';
import { runQuietly } from '../support/process/runCommand.ts';
import { progress } from '../support/progress.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { printTables, type BenchTable } from './report/benchTable.ts';
import { compareRuns } from './report/compareRuns.ts';

/*
 * Compares another revision with this working tree, by the benchmarks of this tree: each runs
 * alternately here and there, so that a slow machine affects both. With --own each side runs its
 * own benchmarks, as this tree's do not find what has been moved since.
 *
 *     node test/bench/compare.ts <revision> [part of a name…] [--own] [--rounds 5] [--brief] [--json | --markdown]
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '5' },
    brief: { type: 'boolean', default: false },
    own: { type: 'boolean', default: false },
    json: { type: 'boolean', default: false },
    markdown: { type: 'boolean', default: false },
  },
});
const format = values.json ? 'json' : values.markdown ? 'markdown' : 'text';
const [revision, ...parts] = positionals;
const rounds = Number(values.rounds);
const names = readdirSync(import.meta.dirname).filter(
  (name) =>
    name.endsWith('.bench.ts') &&
    (parts.length === 0 || parts.some((part) => name.toLowerCase().includes(part.toLowerCase()))),
);

if (revision === undefined || names.length === 0 || !Number.isInteger(rounds) || rounds < 1) {
  progress('Say which revision to compare with, and perhaps which benchmarks:');
  progress('  npm run bench:compare -- <revision> [part of a name…] [--rounds 5]');
  process.exit(1);
}
const folder = mkdtempSync(join(tmpdir(), 'taskrouter-lens-compare-'));
const there = join(folder, 'there');
const git = (...args: readonly string[]) => runQuietly('git', args, { cwd: projectRoot });
const cleanUp = () => {
  spawnSync('git', ['worktree', 'remove', '--force', there], { cwd: projectRoot });
  rmSync(folder, { recursive: true, force: true });
};
onStopped(() => {
  cleanUp();
  process.exit(130);
});
try {
  progress(`Building ${revision}, and this…`);
  await git('worktree', 'add', '--detach', there, revision);
  for (const name of ['node_modules', '.vscode-test']) {
    const own = resolve(projectRoot, name);
    if (existsSync(own)) symlinkSync(own, join(there, name));
  }
  if (!values.own) {
    // Both sides are measured by the same benchmarks.
    rmSync(join(there, 'test'), { recursive: true, force: true });
    cpSync(resolve(projectRoot, 'test'), join(there, 'test'), { recursive: true });
  }
  const package_ = ['node_modules/@vscode/vsce/vsce', 'package', '--no-dependencies'];
  for (const cwd of [projectRoot, there]) await runQuietly(process.execPath, package_, { cwd });
  for (const name of names) {
    const tables = compareBenchmark(name);
    if (tables !== undefined) console.log(`${printTables(tables, format)}\n`);
  }
} catch (error) {
  progress(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
} finally {
  cleanUp();
}

function compareBenchmark(name: string): readonly BenchTable[] | undefined {
  const runs = { here: [] as (readonly BenchTable[])[], there: [] as (readonly BenchTable[])[] };
  for (let round = 1; round <= rounds; round++) {
    progress(`${name}, ${String(round)} of ${String(rounds)}…`);
    const order = [
      ['here', projectRoot],
      ['there', there],
    ] as const;
    for (const [where, cwd] of round % 2 === 0 ? order.toReversed() : order) {
      const tables = run(name, cwd);
      if (tables === undefined) {
        progress(`${name} does not run ${where === 'here' ? 'here' : `with ${String(revision)}`}.`);
        process.exitCode = 1;
        return undefined;
      }
      runs[where].push(tables);
    }
  }
  return compareRuns(String(revision), runs);
}

function run(name: string, cwd: string): readonly BenchTable[] | undefined {
  const flags = ['--json', ...(values.brief ? ['--brief'] : [])];
  const { status, stdout } = spawnSync(
    process.execPath,
    ['--expose-gc', join(cwd, 'test/bench', name), ...flags],
    { cwd, stdio: ['ignore', 'pipe', 'inherit'], encoding: 'utf8', maxBuffer: 2 ** 26 },
  );
  return status === 0 ? (JSON.parse(stdout) as readonly BenchTable[]) : undefined;
}
