import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { matchInContext, findSidsInContext } from '../../src/core/sids/context/sidsInContext.ts';
import { describeWrongSids } from '../../src/core/sids/diagnose/sidProblem.ts';
import { findWrongSids } from '../../src/core/sids/diagnose/wrongSids.ts';
import { scanSids, candidateAt } from '../../src/core/sids/scan/scanSids.ts';
import { progress } from '../support/progress.ts';
import { hostileTexts } from '../support/sids/hostileTexts.ts';
import { generatedLog } from './generatedLog.ts';
import { bench, type BenchOptions } from './report/bench.ts';
import type { BenchTable } from './report/benchTable.ts';
import { fastest, quantile } from './report/figures.ts';

/*
 * How fast SIDs are found: in a log, beside ripgrep and a regular expression; at a position, as for
 * a hover; in a file with invalid SIDs to report; in hostile texts of one length and twice that.
 *
 *     node --expose-gc test/bench/sids.bench.ts
 */
const PATTERN = String.raw`\b[A-Z]{2}[0-9a-fA-F]{32}\b`;
await bench((options) => [logs(options), hovers(options), marks(options), hostile(options)]);

function logs({ brief }: BenchOptions): BenchTable {
  const length = brief ? 1_000_000 : 100_000_000;
  const tries = brief ? 1 : 3;
  const texts = [true, false].map((withSids) => generatedLog(length, { withSids }));
  type Count = (text: string, path: string) => number | undefined;
  const ways: readonly (readonly [name: string, count: Count])[] = [
    ['found (scanSids)', (text) => countOf(scanSids(text))],
    ['found and explained (findSidsInContext)', (text) => countOf(findSidsInContext(text))],
    ['RegExp', (text) => countOf(text.matchAll(new RegExp(PATTERN, 'g')))],
    ['ripgrep, its start included', (_, path) => countByRipgrep(path)],
  ];
  return {
    title: `SIDs in a log of ${String(length / 1e6)} MB, with SIDs in every third line and without any`,
    columns: [
      { name: 'with', unit: 'MB/s', digits: 0, moreIsBetter: true },
      { name: 'found', unit: '', digits: 0, isNote: true },
      { name: 'without', unit: 'MB/s', digits: 0, moreIsBetter: true },
      { name: 'found', unit: '', digits: 0, isNote: true },
    ],
    rows: ways.map(([name, count]) => ({
      name,
      figures: texts.flatMap((text) => {
        const { result, ms } = withFile(text, (path) => fastest(tries, () => count(text, path)));
        return result === undefined ? [null, null] : [text.length / 1000 / ms, result];
      }),
    })),
  };
}

/** Also written to a file, which ripgrep reads. */
function withFile<Result>(text: string, work: (path: string) => Result): Result {
  const folder = mkdtempSync(join(tmpdir(), 'taskrouter-lens-bench-'));
  try {
    const path = join(folder, 'log.txt');
    writeFileSync(path, text, 'latin1');
    return work(path);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function countByRipgrep(path: string): number | undefined {
  const args = ['--no-config', '--text', '--no-filename', '--count-matches', '--', PATTERN, path];
  try {
    return Number(execFileSync('rg', args, { encoding: 'utf8' }));
  } catch (error) {
    const { code, status } = error as NodeJS.ErrnoException & { readonly status?: unknown };
    // The exit code of ripgrep for no matches.
    if (status === 1) return 0;
    if (code !== 'ENOENT') throw error;
    progress('There is no ripgrep to compare with: apt-get install ripgrep');
    return undefined;
  }
}

function hovers({ brief }: BenchOptions): BenchTable {
  const count = brief ? 50 : 1_000;
  const [lineLength, fileLength] = brief ? [100_000, 400_000] : [5_000_000, 20_000_000];
  const log = generatedLog(fileLength, { withSids: true });
  const line = log.slice(0, lineLength).replaceAll('\n', ' ');
  const texts = [
    [`in a line of ${megabytes(lineLength)}`, line],
    [`in a file of ${megabytes(fileLength)}`, log],
    [`in a word of ${megabytes(lineLength)}`, 'ab0'.repeat(lineLength / 3)],
  ] as const;
  return {
    title: `What a hover explains, at ${String(count)} places`,
    columns: ['p50', 'p99', 'longest'].map((name) => ({ name, unit: 'ms', digits: 4 })),
    rows: texts.map(([name, text]) => {
      const step = Math.floor(text.length / count);
      hoverAt(text, 0);
      const times = Array.from({ length: count }, (_, index) => {
        const start = performance.now();
        hoverAt(text, index * step);
        return performance.now() - start;
      });
      return { name, figures: [0.5, 0.99, 1].map((share) => quantile(times, share)) };
    }),
  };
}

function marks({ brief }: BenchOptions): BenchTable {
  const tries = brief ? 1 : 15;
  // More than twice the limit of the extension, which is 2,000,000 characters.
  const length = brief ? 100_000 : 5_000_000;
  const text = generatedLog(length, { withSids: true });
  const middle = text.indexOf('\n', length / 2);
  const head = (all: string) => all.slice(0, 2_000_000);
  const check = (all: string) => describeWrongSids(findWrongSids(all, false));
  const first = (cut: (all: string) => string) => {
    const start = performance.now();
    check(cut(text));
    return performance.now() - start;
  };
  const after = (cut: (all: string) => string) =>
    quantile(
      Array.from({ length: tries }, (_, index) => {
        const typed = text.slice(0, middle) + 'x'.repeat(index + 1) + text.slice(middle);
        const start = performance.now();
        check(cut(typed));
        return performance.now() - start;
      }),
      0.5,
    );
  const peers = Array.from(
    { length: tries },
    () => fastest(1, () => countOf(text.matchAll(new RegExp(PATTERN, 'g')))).ms,
  );
  return {
    title: `The wrong SIDs of a file of ${megabytes(length)}: first, and after a keystroke`,
    columns: [
      { name: 'first', unit: 'ms', digits: 1 },
      { name: 'after a keystroke, p50', unit: 'ms', digits: 1 },
    ],
    rows: [
      {
        name: 'the first 2,000,000 characters, as the editor does',
        figures: [first(head), after(head)],
      },
      { name: 'all of it', figures: [first(String), after(String)] },
      { name: 'RegExp, over all of it', figures: [peers[0] ?? null, quantile(peers, 0.5)] },
    ],
  };
}

function hostile({ brief }: BenchOptions): BenchTable {
  const length = brief ? 20_000 : 2_000_000;
  const twice = hostileTexts(2 * length);
  const rows = [...hostileTexts(length)].map(([name, text]) => {
    const [once, double] = [text, twice.get(name) ?? ''].map(
      (one) => fastest(brief ? 1 : 3, () => countOf(findSidsInContext(one))).ms,
    ) as [number, number];
    return { name, figures: [once, double, double / once] };
  });
  return {
    title: `Hostile texts of ${megabytes(length)} and twice that`,
    columns: [
      { name: 'once', unit: 'ms', digits: 1 },
      { name: 'twice', unit: 'ms', digits: 1 },
      { name: 'factor', unit: '', digits: 1 },
    ],
    rows,
  };
}

function hoverAt(text: string, offset: number): unknown {
  const run = candidateAt(text, offset);
  return run && matchInContext(text, run);
}

function countOf(found: Iterable<unknown>): number {
  let count = 0;
  for (const one of found) if (one !== undefined) count++;
  return count;
}

function megabytes(length: number): string {
  return `${String(length / 1e6)} MB`;
}
