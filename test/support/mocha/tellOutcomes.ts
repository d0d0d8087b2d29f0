import type { FailedTest, SuiteOutcome } from './suiteOutcome.ts';

/**
 * Prints what all runs came to together, and once more which tests failed or were tried again: above
 * are thousands of lines.
 */
export function tellOutcomes(outcomes: ReadonlyMap<string, SuiteOutcome>): void {
  for (const [place, { failed, triedAgain }] of outcomes) {
    tell(`${place}: failed`, failed);
    tell(`${place}: failed at first, and was tried again`, triedAgain);
  }
  const all = [...outcomes.values()];
  const passes = all.reduce((sum, outcome) => sum + outcome.passes, 0);
  const failures = all.reduce((sum, outcome) => sum + outcome.failures, 0);
  console.log(`${passes} passed, ${failures} failed`);
}

function tell(what: string, tests: readonly FailedTest[]): void {
  for (const { title, reason } of tests) {
    console.log(`${what}: ${title}\n    ${reason.split('\n').slice(0, 12).join('\n    ')}`);
  }
}
