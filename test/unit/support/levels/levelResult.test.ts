import assert from 'node:assert/strict';
import {
  describeResults,
  faultOf,
  startsMore,
  type LevelResult,
} from '../../../support/levels/levelResult.ts';
import { brokenSuite, type SuiteOutcome } from '../../../support/mocha/suiteOutcome.ts';

const outcome = (passes: number, failures = 0): SuiteOutcome => ({
  ...{ passes, failures, skipped: 0, failed: [], seconds: 20, setUpSeconds: 7 },
  ...{ slowestFiles: [], slowestTests: [] },
});

function result(hasTests: boolean, exitCode: number, ended?: SuiteOutcome): LevelResult {
  const level = { name: hasTests ? 'unit' : 'lint', commands: [], hasTests, seconds: 1 };
  return { level, exitCode, seconds: 12.4, outcome: ended, tail: '' };
}

describe('A level of the test run', () => {
  const cases: readonly (readonly [string, LevelResult, string | undefined])[] = [
    ['whose tests pass', result(true, 0, outcome(3)), undefined],
    ['without tests that ends with 0', result(false, 0), undefined],
    ['of which a test fails', result(true, 1, outcome(3, 2)), '2 failed'],
    ['of which a test fails, though it ends with 0', result(true, 0, outcome(3, 1)), '1 failed'],
    ['that ran no test', result(true, 0, outcome(0)), 'ran no test'],
    ['of tests that says nothing of them', result(true, 0), 'ran no test'],
    ['that broke before its tests', result(true, 1, brokenSuite('no browser')), '1 failed'],
    ['that is killed after its tests passed', result(true, 143, outcome(3)), 'ended with code 143'],
    ['without tests that ends with 2', result(false, 2), 'ended with code 2'],
  ];
  for (const [what, ended, fault] of cases) {
    it(`${what} ${fault === undefined ? 'has passed' : `has failed: ${fault}`}`, () => {
      assert.equal(faultOf(ended), fault);
    });
  }

  it('that has failed is the last to start, unless the run keeps going', () => {
    const [passed, failed] = [result(false, 0), result(false, 1)];
    assert.equal(startsMore(passed, false), true);
    assert.equal(startsMore(failed, false), false);
    assert.equal(startsMore(failed, true), true);
  });

  it('is a row of the table at the end, above the total', () => {
    const rows = describeResults(
      [result(true, 0, outcome(30)), result(false, 1)],
      62.7,
      new Map([['unit', 15.2]]),
    );
    assert.deepEqual(
      rows.map((row) => row.split(/ {2,}/)),
      [
        ['level', 'tests', 'time (s)', 'set-up (s)', 'last time (s)'],
        ['unit', '30', '12', '7', '15', 'passed'],
        ['lint', '12', 'ended with code 1'],
        ['all', '30', '63'],
      ],
    );
  });
});
