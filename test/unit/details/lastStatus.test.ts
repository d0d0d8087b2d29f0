import assert from 'node:assert/strict';
import { lastStatus } from '../../../src/core/details/lastStatus.ts';
import { readEvent } from '../../../src/core/details/readEvent.ts';

/** An event, and what its data says of the status. */
type Told = readonly [type: string, status?: string];

function statusAfter(...events: readonly Told[]) {
  return lastStatus(
    events.map(([type, status], index) =>
      readEvent(
        {
          sid: `EV${String(index)}`,
          text: JSON.stringify({
            event_type: type,
            event_date_ms: 1000 * (index + 1),
            event_data: { reservation_sid: 'WR1', task_assignment_status: status },
          }),
        },
        false,
      ),
    ),
  );
}

describe('lastStatus', () => {
  const cases: [what: string, events: readonly Told[], status?: string][] = [
    ['unknown of no events', []],
    ['unknown of what says nothing', [['task.updated']]],
    ['completed by an event alone', [['task.completed']], 'completed'],
    ['canceled by an event alone', [['task.canceled']], 'canceled'],
    [
      'that of the end, whatever later events say',
      [
        ['task.canceled', 'canceled'],
        ['task.deleted', 'pending'],
        ['task.updated', 'assigned'],
      ],
      'canceled',
    ],
    ['that of the last end of two', [['task.canceled'], ['task.completed']], 'completed'],
    [
      'what the last event that has one says',
      [
        ['task.created', 'pending'],
        ['task.updated', 'on-hold'],
        ['task.updated'],
        ['task.updated', ''],
      ],
      'on-hold',
    ],
    [
      'what an event says before what it means',
      [['task.created', 'pending'], ['reservation.created']],
      'pending',
    ],
    ['pending while it waits', [['task.created']], 'pending'],
    ['reserved while it is offered', [['task.created'], ['reservation.created']], 'reserved'],
    ['assigned while it is worked on', [['task.created'], ['reservation.accepted']], 'assigned'],
    ['wrapping in a wrap-up', [['reservation.accepted'], ['reservation.wrapup']], 'wrapping'],
  ];
  for (const [what, events, status] of cases) {
    it(`is ${what}`, () => {
      assert.equal(statusAfter(...events), status);
    });
  }
});
