import assert from 'node:assert/strict';
import fc from 'fast-check';
import { EXACT_TIMES, readPageState } from '../../../../src/webview/details/pageState.ts';
import { withNumber } from '../../../../src/webview/pageStrings.ts';
import { readPageTask } from '../../../../src/webview/protocol.ts';
import { numberedTask } from '../../../support/connectionsOf.ts';

/** Saved by the page of this Task. */
const TASK = { taskSid: 'WT1' };

describe('what a page keeps over a reload', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.stringMatching(/^(?:attributes|addons)\/\d(?:\.\d)*$/), fc.boolean()),
        fc.nat(),
        (toggled, scroll) => {
          const kept: unknown = JSON.parse(JSON.stringify({ task: TASK, toggled, scroll }));
          const read = readPageState(kept, TASK.taskSid);
          assert.deepEqual(Object.entries(read.toggled), Object.entries(toggled));
          assert.equal(read.scroll, scroll);
        },
      ),
    );
  });

  const states: [state: unknown, read: ReturnType<typeof readPageState>][] = [
    [undefined, { toggled: {}, scroll: 0 }],
    [null, { toggled: {}, scroll: 0 }],
    ['{}', { toggled: {}, scroll: 0 }],
    [[], { toggled: {}, scroll: 0 }],
    [
      { task: TASK, toggled: [true], scroll: '7' },
      { toggled: {}, scroll: 0 },
    ],
    [
      { task: TASK, toggled: { a: 1, b: false, c: 'x', d: true } },
      { toggled: { b: false, d: true }, scroll: 0 },
    ],
    [
      { task: TASK, scroll: NaN },
      { toggled: {}, scroll: 0 },
    ],
    [
      { task: TASK, scroll: Infinity },
      { toggled: {}, scroll: 0 },
    ],
    [
      { task: TASK, scroll: 12.5 },
      { toggled: {}, scroll: 12.5 },
    ],
  ];
  for (const [state, read] of states) {
    it(`is ${JSON.stringify(read)} in ${JSON.stringify(state)}`, () => {
      assert.deepEqual(readPageState(state, TASK.taskSid), read);
    });
  }

  const toggled = { 'attributes/0': true, [EXACT_TIMES]: true };
  for (const task of [{ taskSid: 'WT2' }, { taskSid: 1 }, {}, undefined, null]) {
    it(`is how times are shown, and nothing else, of the page of ${JSON.stringify(task)}`, () => {
      assert.deepEqual(readPageState({ task, toggled, scroll: 7 }, TASK.taskSid), {
        toggled: { [EXACT_TIMES]: true },
        scroll: 0,
      });
    });
  }

  it('is read without a fault, whatever it is', () => {
    fc.assert(
      fc.property(fc.anything(), (state) => {
        readPageState(state, TASK.taskSid);
        readPageTask(state);
        readPageTask({ task: state });
      }),
    );
  });

  const { profileId: profile, ...sids } = numberedTask(1);
  it('names the Task', () => {
    assert.deepEqual(readPageTask({ task: { profile, ...sids } }), numberedTask(1));
  });

  const strangers = [
    { profile: 'Env' },
    { profile: 'env/..' },
    { profile: 7 },
    { profile: undefined },
    { workspaceSid: sids.taskSid },
    { taskSid: `${sids.taskSid}/` },
    { taskSid: sids.workspaceSid },
    { taskSid: '' },
    { workspaceSid: null },
  ];
  for (const change of strangers) {
    it(`names none with ${JSON.stringify(change)}`, () => {
      assert.equal(readPageTask({ task: { profile, ...sids, ...change } }), undefined);
    });
  }
});

describe('withNumber', () => {
  it('puts a number in its place, and leaves words without one', () => {
    assert.equal(withNumber('Show {0} more rows', 12), 'Show 12 more rows');
    assert.equal(withNumber('{0} keys', 0), '0 keys');
    assert.equal(withNumber('$& keys', 3), '$& keys');
  });
});
