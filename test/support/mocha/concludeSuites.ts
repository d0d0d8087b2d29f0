import {
  describeFailures,
  describeTimes,
  writeOutcome,
  type SuiteOutcome,
} from './suiteOutcome.ts';

/** The environment variable that names the file for the outcome of a run of one suite. */
export const OUTCOME_FILE = 'TASKROUTER_TEST_OUTCOME';

/**
 * Prints where the time of each suite went, which tests failed, and how many there were. A suite of
 * which no test ran has failed, unless only tests with a certain title were wanted.
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
