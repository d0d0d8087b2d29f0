import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectRun } from '../../src/core/sids/inspectRun.ts';
import { inspectSids } from '../../src/core/sids/inspectSids.ts';
import { scanSids } from '../../src/core/sids/scanSids.ts';
import { sidRunAt } from '../../src/core/sids/sidRunAt.ts';
import { hostileTexts } from '../support/sids/hostileTexts.ts';
import { generatedLog } from './generatedLog.ts';

/**
 * Prints how fast SIDs are found: in a log, beside ripgrep; at a place, as a hover asks; in hostile texts
 * of a length and twice that.
 *
 *     node test/bench/scanSids.bench.ts
 */
const LOG_LENGTH = 100_000_000;
const LINE_LENGTH = 5_000_000;
const FILE_LENGTH = 20_000_000;
const HOSTILE_LENGTH = 2_000_000;
const HOVERS = 1_000;

/** The best of so many is what the machine can do when it has nothing else to do. */
const TRIES = 3;

const PATTERN = String.raw`\b[A-Z]{2}[0-9a-fA-F]{32}\b`;

console.log(`Node.js ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}`);
measureLogs();
measureHovers();
measureHostileTexts();

function measureLogs(): void {
  for (const withSids of [true, false]) {
    const log = generatedLog(LOG_LENGTH, { withSids });
    const size = `${(log.length / 1e6).toFixed(0)} MB`;
    console.log(
      `\nA log of ${size} ${withSids ? 'with SIDs in every third line' : 'without a SID'}`,
    );
    for (const find of [scanSids, inspectSids]) {
      const { result: count, ms } = fastest(() => countOf(find(log)));
      printRow(find.name, `${speed(log.length, ms)}   ${String(count)} found`);
    }
    measureRipgrep(log);
  }
}

function measureRipgrep(log: string): void {
  const folder = mkdtempSync(join(tmpdir(), 'taskrouter-lens-bench-'));
  try {
    const path = join(folder, 'log.txt');
    writeFileSync(path, log, 'latin1');
    const { result: count, ms } = fastest(() => countOfMatches(path));
    printRow('ripgrep', `${speed(log.length, ms)}   ${String(count)} found, its start included`);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const isMissing = code === 'ENOENT';
    printRow('ripgrep', isMissing ? 'is not there: apt-get install ripgrep' : message);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function countOfMatches(path: string): number {
  try {
    const args = ['--no-config', '--text', '--no-filename', '--count-matches', '--', PATTERN, path];
    return Number(execFileSync('rg', args, { encoding: 'utf8' }));
  } catch (error) {
    // That is how it says that nothing was found.
    if ((error as { status?: unknown }).status === 1) return 0;
    throw error;
  }
}

function measureHovers(): void {
  const log = generatedLog(FILE_LENGTH, { withSids: true });
  const line = log.slice(0, LINE_LENGTH).replaceAll('\n', ' ');
  console.log(`\n${String(HOVERS)} hovers, in milliseconds`);
  for (const [name, text] of [
    ['a line of 5 MB', line],
    ['a file of 20 MB', log],
    ['a word of 5 MB', 'ab0'.repeat(LINE_LENGTH / 3)],
  ] as const) {
    const step = Math.floor(text.length / HOVERS);
    hoverAt(text, 0);
    const times = Array.from({ length: HOVERS }, (_, index) => {
      const start = performance.now();
      hoverAt(text, index * step);
      return performance.now() - start;
    }).sort((a, b) => a - b);
    const at = (share: number) => (times[Math.floor(share * (HOVERS - 1))] ?? 0).toFixed(4);
    printRow(name, `p50 ${at(0.5)}   p99 ${at(0.99)}   max ${at(1)}`);
  }
}

function measureHostileTexts(): void {
  const millions = HOSTILE_LENGTH / 1e6;
  console.log(
    `\nHostile texts of ${String(millions)} and ${String(2 * millions)} MB, in milliseconds`,
  );
  const twice = hostileTexts(2 * HOSTILE_LENGTH);
  for (const [name, text] of hostileTexts(HOSTILE_LENGTH)) {
    const [once, double] = [text, twice.get(name) ?? ''].map(
      (one) => fastest(() => countOf(inspectSids(one))).ms,
    ) as [number, number];
    const factor = `× ${(double / once).toFixed(1)}`;
    printRow(name, `${once.toFixed(1).padStart(8)} ${double.toFixed(1).padStart(8)}   ${factor}`);
  }
}

function hoverAt(text: string, offset: number): unknown {
  const run = sidRunAt(text, offset);
  return run && inspectRun(text, run);
}

function countOf(found: Iterable<unknown>): number {
  let count = 0;
  for (const one of found) if (one !== undefined) count++;
  return count;
}

function fastest<Result>(measure: () => Result): { readonly result: Result; readonly ms: number } {
  const tries = Array.from({ length: TRIES }, () => {
    const start = performance.now();
    const result = measure();
    return { result, ms: performance.now() - start };
  });
  return tries.reduce((best, next) => (next.ms < best.ms ? next : best));
}

function speed(length: number, ms: number): string {
  return `${(length / 1000 / ms).toFixed(0).padStart(5)} MB/s`;
}

function printRow(name: string, text: string): void {
  console.log(`  ${name.padEnd(32)}${text}`);
}
