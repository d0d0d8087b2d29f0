/** What a run of mocha came to. */
export interface SuiteOutcome {
  readonly passes: number;
  readonly failures: number;
  /** Tests that failed, hooks too. */
  readonly failed: readonly FailedTest[];
  /** Tests that failed and passed, or failed again, when they were tried a second time. */
  readonly triedAgain: readonly FailedTest[];
}

export interface FailedTest {
  /** With the titles of the suites that it is in. */
  readonly title: string;
  readonly reason: string;
}
