import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** The result of a mocha run and its times, in seconds. */
export interface SuiteOutcome {
  readonly passes: number;
  /** Failed tests and hooks. */
  readonly failures: number;
  readonly skipped: number;
  readonly failed: readonly FailedTest[];
  /** From the start of the process that ran the suite, or of its editor. */
  readonly seconds: number;
  /** The part of it without tests: starting editors, loading files, hooks. */
  readonly setUpSeconds: number;
  /** The slowest first, hooks included. */
  readonly slowestFiles: readonly TimedName[];
  /** The slowest first. */
  readonly slowestTests: readonly TimedName[];
}

export interface FailedTest {
  /** With the titles of its suites. */
  readonly title: string;
  readonly reason: string;
}

export interface TimedName {
  readonly name: string;
  readonly seconds: number;
}

/** The outcome of a suite whose tests did not start. */
export function brokenSuite(reason: string): SuiteOutcome {
  return {
    ...{ passes: 0, failures: 1, skipped: 0, failed: [{ title: 'the run as a whole', reason }] },
    ...{ seconds: 0, setUpSeconds: 0, slowestFiles: [], slowestTests: [] },
  };
}

export function writeOutcome(path: string, outcome: SuiteOutcome): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, JSON.stringify(outcome));
}

/** Returns `undefined` if the suite has not written one. */
export function readOutcome(path: string): SuiteOutcome | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as SuiteOutcome;
  } catch {
    return undefined;
  }
}

/** The failed tests and their errors, without the rest of the output. */
export function describeFailures(suite: string, { failed }: SuiteOutcome): string[] {
  return failed.map(
    ({ title, reason }) =>
      `${suite}: failed: ${title}\n    ${reason.split('\n').slice(0, 12).join('\n    ')}`,
  );
}

/** The times of a suite, so that it stays fast. */
function describeTimes(suite: string, outcome: SuiteOutcome): string[] {
  const { passes, failures, seconds, setUpSeconds, slowestFiles, slowestTests } = outcome;
  const list = (names: readonly TimedName[]) =>
    names.map(({ name, seconds: spent }) => `    ${inSeconds(spent).padStart(8)}  ${name}`);
  return [
    `${suite}: ${passes + failures} tests in ${inSeconds(seconds)}, of which ${inSeconds(setUpSeconds)} for set-up`,
    '  slowest files',
    ...list(slowestFiles),
    '  slowest tests',
    ...list(slowestTests),
  ];
}

function inSeconds(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}

/** The environment variable with the path of the outcome file of a suite. */
export const OUTCOME_FILE = 'TASKROUTER_TEST_OUTCOME';

/**
 * Prints the times of each suite, the failed tests, and how many tests there were. A suite without tests has
 * failed, unless the tests are filtered by title.
 *
 * @returns the exit code
 */
export function concludeSuites(
  outcomes: ReadonlyMap<string, SuiteOutcome>,
  grep: string | undefined,
): number {
  const all = [...outcomes];
  const lines = [
    ...all.flatMap(([suite, outcome]) => describeTimes(suite, outcome)),
    ...all.flatMap(([suite, outcome]) => describeFailures(suite, outcome)),
  ];
  const sum = (count: (outcome: SuiteOutcome) => number) =>
    all.reduce((total, [, outcome]) => total + count(outcome), 0);
  const passes = sum((outcome) => outcome.passes);
  const failures = sum((outcome) => outcome.failures);
  console.log([...lines, `${passes} passed, ${failures} failed`].join('\n'));

  const file = process.env[OUTCOME_FILE];
  const [only] = all;
  if (file !== undefined && only !== undefined) writeOutcome(file, only[1]);
  const ran = grep === undefined ? all.every(([, { passes }]) => passes > 0) : passes > 0;
  if (!ran) console.log('No test ran.');
  return failures === 0 && ran ? 0 : 1;
}
