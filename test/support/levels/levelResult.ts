import type { SuiteOutcome } from '../mocha/suiteOutcome.ts';
import type { TestLevel } from './testLevel.ts';

/** How a level ended. */
export interface LevelResult {
  readonly level: TestLevel;
  readonly exitCode: number;
  readonly seconds: number;
  readonly outcome: SuiteOutcome | undefined;
  /** The end of its output. */
  readonly tail: string;
}

/** Why a level failed, if it did. A level of tests that ran none has failed, whatever its exit code. */
export function faultOf({ level, exitCode, outcome }: LevelResult): string | undefined {
  const failures = outcome?.failures ?? 0;
  if (failures > 0) return `${failures} failed`;
  if (exitCode !== 0) return `ended with code ${exitCode}`;
  if (level.hasTests && (outcome?.passes ?? 0) === 0) return 'ran no test';
  return undefined;
}

/** Whether more levels start after this one. With `keepsGoing`, one run shows all that fails. */
export function startsMore(result: LevelResult, keepsGoing: boolean): boolean {
  return keepsGoing || faultOf(result) === undefined;
}

/** A table with a line for each level and one for all. */
export function describeResults(
  results: readonly LevelResult[],
  seconds: number,
  lastTimes: ReadonlyMap<string, number>,
): string[] {
  const rows = results.map((result) => {
    const { level, outcome } = result;
    const count = level.hasTests ? String((outcome?.passes ?? 0) + (outcome?.failures ?? 0)) : '';
    const setUp = outcome === undefined ? '' : outcome.setUpSeconds.toFixed(0);
    const last = lastTimes.get(level.name)?.toFixed(0) ?? '';
    const verdict = faultOf(result) ?? 'passed';
    return [level.name, count, result.seconds.toFixed(0), setUp, last, verdict];
  });
  const sum = results.reduce(
    (tests, { outcome }) => tests + (outcome?.passes ?? 0) + (outcome?.failures ?? 0),
    0,
  );
  const total = ['all', String(sum), seconds.toFixed(0), '', '', ''];
  const head = ['level', 'tests', 'time (s)', 'set-up (s)', 'last time (s)', ''];
  const table = [head, ...rows, total];
  const widths = head.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  return table.map((row) =>
    row
      .map((cell, column) => {
        const width = widths[column] ?? 0;
        return column > 0 && column < row.length - 1 ? cell.padStart(width) : cell.padEnd(width);
      })
      .join('  ')
      .trimEnd(),
  );
}

export function inMinutes(seconds: number): string {
  const whole = Math.round(seconds);
  return whole < 60 ? `${whole} s` : `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
