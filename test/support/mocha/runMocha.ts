import { basename } from 'node:path';
import Mocha from 'mocha';
import type { FailedTest, SuiteOutcome, TimedName } from './suiteOutcome.ts';

const MAX_SLOWEST = 10;
const MAX_TITLE_LENGTH = 120;

/**
 * Runs the files that `mocha` has loaded. Rejects if mocha itself fails.
 *
 * @param started when the set-up started, by `performance.now()`. Default: the start of this process
 */
export function runMocha(mocha: Mocha, started = 0): Promise<SuiteOutcome> {
  const failed: FailedTest[] = [];
  const tests: TimedName[] = [];
  const files = new Map<string, number>();
  const { EVENT_TEST_FAIL, EVENT_TEST_END, EVENT_HOOK_END } = Mocha.Runner.constants;
  const spend = (runnable: Mocha.Runnable | Mocha.Hook): number => {
    const seconds = (runnable.duration ?? 0) / 1_000;
    const file = basename(runnable.file ?? runnable.parent?.file ?? 'of all files');
    files.set(file, (files.get(file) ?? 0) + seconds);
    return seconds;
  };
  return new Promise((resolve, reject) => {
    try {
      const runner = mocha.run(() => {
        if (!runner.stats) {
          reject(new Error('mocha counted nothing.'));
          return;
        }
        const { passes, failures, pending } = runner.stats;
        const seconds = (performance.now() - started) / 1_000;
        const inTests = tests.reduce((sum, test) => sum + test.seconds, 0);
        resolve({
          ...{ passes, failures, skipped: pending, failed, seconds },
          setUpSeconds: Math.max(0, seconds - inTests),
          slowestFiles: slowest([...files].map(([name, spent]) => ({ name, seconds: spent }))),
          slowestTests: slowest(tests),
        });
      });
      runner.on(EVENT_TEST_FAIL, (test, error: unknown) => {
        failed.push({ title: test.fullTitle(), reason: reasonOf(error) });
      });
      runner.on(EVENT_TEST_END, (test) => {
        const name = test.fullTitle().slice(0, MAX_TITLE_LENGTH);
        tests.push({ name, seconds: spend(test) });
      });
      runner.on(EVENT_HOOK_END, spend);
    } catch (error) {
      reject(error instanceof Error ? error : new Error(String(error)));
    }
  });
}

function slowest(names: readonly TimedName[]): TimedName[] {
  return names.toSorted((a, b) => b.seconds - a.seconds).slice(0, MAX_SLOWEST);
}

function reasonOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const { cause, message } = error;
  return cause instanceof Error ? `${message}: ${cause.message}` : message;
}

/**
 * Fails the current test if a promise is rejected without a handler. mocha handles the event itself, but reports
 * nothing.
 */
export function mochaGlobalSetup(): void {
  process.on('unhandledRejection', (reason) => {
    if (isOfTheEditor(reason)) return;
    throw new Error('A promise was rejected, and nobody looked at it', { cause: reason });
  });
}

/** An extension host has rejections of its own: VS Code 1.100 misses a program that npm does not install. */
function isOfTheEditor(reason: unknown): boolean {
  const stack = reason instanceof Error ? (reason.stack ?? '') : '';
  return stack.includes('/out/vs/') && !/\/(?:dist|integration)\//.test(stack);
}
