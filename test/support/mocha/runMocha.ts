import Mocha from 'mocha';
import type { FailedTest, SuiteOutcome } from './suiteOutcome.ts';

/** Runs what `mocha` has loaded. Rejects when mocha itself fails. */
export function runMocha(mocha: Mocha): Promise<SuiteOutcome> {
  const failed: FailedTest[] = [];
  const triedAgain: FailedTest[] = [];
  const note = (list: FailedTest[]) => (test: Mocha.Runnable, error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    list.push({ title: test.fullTitle(), reason });
  };
  return new Promise((resolve, reject) => {
    try {
      const runner = mocha.run(() => {
        if (!runner.stats) reject(new Error('mocha counted nothing.'));
        else {
          const { passes, failures } = runner.stats;
          resolve({ passes, failures, failed, triedAgain });
        }
      });
      runner.on(Mocha.Runner.constants.EVENT_TEST_FAIL, note(failed));
      runner.on(Mocha.Runner.constants.EVENT_TEST_RETRY, note(triedAgain));
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  });
}
