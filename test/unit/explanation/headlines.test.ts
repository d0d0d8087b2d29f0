import assert from 'node:assert/strict';
import { listed } from '../../../src/core/explanation/shownRouting.ts';
import { plain } from '../../support/english.ts';
import { explain, type WaitingCase } from '../../support/explanation/waitingTask.ts';

const headline = (given: WaitingCase) => plain(explain(given).sentence);

describe('The headline about Workers who are away', () => {
  const away = (name: string, activity: string | null = null) => ({
    ...{ name, available: false, activity_name: activity },
  });
  const unread = {
    kind: 'failed',
    failure: { kind: 'forbidden', host: 'h', status: 403 },
  } as const;
  const known = [
    {
      expression: '1==1',
      targets: [{ queue: 'A', known_worker_friendly_name: 'task.agent' }],
    },
  ];
  const cases: [given: WaitingCase, said: string, withActivity: string][] = [
    [
      { workers: [away('Ann')] },
      'Only Ann matches, who is not available.',
      'Only Ann matches, who is not available (Break).',
    ],
    [
      { workers: [away('Ann')], readings: { workflow: unread } },
      'Only Ann is in TaskQueue A, and is not available.',
      'Only Ann is in TaskQueue A, and is not available (Break).',
    ],
    [
      { workers: [away('Ann'), away('Ben')] },
      '2 Workers match, but none is available.',
      '2 Workers match, but none is available (Break).',
    ],
    [
      { workers: [away('Ann')], filters: known, attributes: { agent: 'Ann' } },
      'The known Worker Ann is not available.',
      'The known Worker Ann is not available (Break).',
    ],
  ];
  for (const [given, said, withActivity] of cases) {
    it(`is "${said}" without the name of their Activity, and names it otherwise`, () => {
      assert.equal(headline(given), said);
      const onBreak = (given.workers ?? []).map(({ name }) => away(String(name), 'Break'));
      assert.equal(headline({ ...given, workers: onBreak }), withActivity);
    });
  }
});

describe('The headline about a deleted Task', () => {
  const cases: [status: string | undefined, said: string][] = [
    [undefined, 'TaskRouter has deleted this Task.'],
    ['pending', 'TaskRouter has deleted this Task. Its last known status is Pending.'],
    ['reserved', 'TaskRouter has deleted this Task. Its last known status is Reserved.'],
    ['wrapping', 'TaskRouter has deleted this Task. Its last known status is Wrapping.'],
    ['completed', 'Completed.'],
    ['canceled', 'Canceled.'],
  ];
  for (const [status, said] of cases) {
    it(`is "${said}" if its last event has the status ${status ?? 'of none'}`, () => {
      const event = { age: 0, type: 'task.updated' };
      const events = [status === undefined ? event : { ...event, task_assignment_status: status }];
      assert.equal(headline({ task: { deleted: true }, events }), said);
    });
  }
});

describe('Names in a sentence', () => {
  const names = ['Ann', 'Ben', 'Cy', 'Dee', 'Eve'];
  const cases: [count: number, said: string][] = [
    [0, ''],
    [1, 'Ann'],
    [2, 'Ann and Ben'],
    [3, 'Ann, Ben and Cy'],
    [4, 'Ann, Ben, Cy and 1 more'],
    [5, 'Ann, Ben, Cy and 2 more'],
  ];
  for (const [count, said] of cases) {
    it(`are "${said}"`, () => {
      assert.equal(plain(listed(names.slice(0, count))), said);
    });
  }
});
