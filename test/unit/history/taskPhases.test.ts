import assert from 'node:assert/strict';
import { readEvent } from '../../../src/core/history/eventRows.ts';
import { lastStatus, phases } from '../../../src/core/history/taskPhases.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';

/**
 * The phases that events lead through, such as `waiting 0–1, talk 1`: the places of what began and ended
 * each.
 *
 * @param events such as `reservation.created WR1`; with a `?` before it one without a date
 */
function spansOf(events: readonly string[]): string {
  const history = events.map((written, index) => {
    const [type, reservation] = written.replace('?', '').split(' ');
    return readEvent(
      {
        sid: `EV${String(index)}`,
        text: JSON.stringify({
          event_type: type,
          ...(!written.startsWith('?') && { event_date_ms: 1000 * (index + 1) }),
          event_data: { reservation_sid: reservation },
        }),
      },
      presenter(false),
    );
  });
  return phases(history)
    .map(({ phase, begins, ends }) =>
      ends === undefined
        ? `${phase} ${String(begins)}`
        : `${phase} ${String(begins)}–${String(ends)}`,
    )
    .join(', ');
}

describe('phases', () => {
  const offered = ['task.created', 'reservation.created WR1'];
  const accepted = [...offered, 'reservation.accepted WR1'];
  const wrapping = [...accepted, 'reservation.wrapup WR1'];

  const cases: [what: string, events: readonly string[], spans: string][] = [
    ['nothing of no events', [], ''],
    ['waiting from the first event on', ['task.created'], 'waiting 0'],
    ['waiting also if the first event is of the queue', ['task-queue.entered'], 'waiting 0'],
    [
      'waiting as one phase, whatever the Workflow does meanwhile',
      [
        'task.created',
        'workflow.entered',
        'task-queue.entered',
        'workflow.timeout',
        'task-queue.moved',
      ],
      'waiting 0',
    ],
    ['nothing from an update alone', ['task.updated'], ''],
    ['nothing from what is not known', ['task.teleported'], ''],
    ['a beginning only once something tells of one', ['task.updated', 'task.created'], 'waiting 1'],
    ['nothing from what has no date', ['?task.created', 'task.updated'], ''],
    [
      'no end from what has no date',
      ['task.created', '?task.canceled', 'task.updated'],
      'waiting 0',
    ],
    ['an offer', offered, 'waiting 0–1, offered 1'],
    ['work', accepted, 'waiting 0–1, offered 1–2, talk 2'],
    ['a wrap-up', wrapping, 'waiting 0–1, offered 1–2, talk 2–3, wrapUp 3'],
    [
      'work without an offer that is known',
      ['task.created', 'reservation.accepted WR1'],
      'waiting 0–1, talk 1',
    ],
    [
      'an offer for as long as one of several stands',
      [
        ...offered,
        'reservation.created WR2',
        'reservation.rejected WR1',
        'reservation.timeout WR2',
      ],
      'waiting 0–1, offered 1–4, waiting 4',
    ],
    [
      'work, while another offer stands',
      [...accepted, 'reservation.created WR2'],
      'waiting 0–1, offered 1–2, talk 2',
    ],
    [
      'an offer again after a wrap-up that led to another Worker',
      [...wrapping, 'reservation.created WR2', 'reservation.completed WR1'],
      'waiting 0–1, offered 1–2, talk 2–3, wrapUp 3–5, offered 5',
    ],
    [
      'work as long as one of two Workers has not ended it',
      [
        ...accepted,
        'reservation.created WR2',
        'reservation.accepted WR2',
        'reservation.wrapup WR1',
        'reservation.completed WR1',
      ],
      'waiting 0–1, offered 1–2, talk 2',
    ],
    [
      'the wrap-up of a Task as that of its Worker',
      [...wrapping, 'task.wrapup', 'reservation.completed WR1'],
      'waiting 0–1, offered 1–2, talk 2–3, wrapUp 3–5',
    ],
    [
      'the wrap-up of a Task for the end of all work, where no Worker’s is known',
      [...accepted, 'task.wrapup', 'task.completed'],
      'waiting 0–1, offered 1–2, talk 2–3, wrapUp 3–4',
    ],
    [
      'work, where one Worker wraps up and the Task with it, but another goes on',
      [...accepted, 'reservation.accepted WR2', 'reservation.wrapup WR1', 'task.wrapup'],
      'waiting 0–1, offered 1–2, talk 2',
    ],
    [
      'a second wrap-up that goes on when the first is over',
      [
        ...accepted,
        'reservation.accepted WR2',
        'reservation.wrapup WR1',
        'reservation.wrapup WR2',
        'reservation.completed WR1',
      ],
      'waiting 0–1, offered 1–2, talk 2–5, wrapUp 5',
    ],
    [
      'nobody waiting once a Worker is done',
      [...accepted, 'reservation.completed WR1'],
      'waiting 0–1, offered 1–2, talk 2–3',
    ],
    [
      'waiting again, once it is put in a queue after a Worker was done',
      [...accepted, 'reservation.completed WR1', 'task-queue.entered'],
      'waiting 0–1, offered 1–2, talk 2–3, waiting 4',
    ],
    [
      'waiting again, once it moves to a queue after a Worker was done',
      [...accepted, 'reservation.completed WR1', 'task-queue.moved'],
      'waiting 0–1, offered 1–2, talk 2–3, waiting 4',
    ],
    [
      'waiting after an offer that nobody took, though a Worker was done before',
      [
        ...accepted,
        'reservation.completed WR1',
        'reservation.created WR2',
        'reservation.rejected WR2',
      ],
      'waiting 0–1, offered 1–2, talk 2–3, offered 4–5, waiting 5',
    ],
    [
      'nothing changed by a transfer that is only begun',
      [...accepted, 'task.transfer-initiated', 'task.transfer-failed', 'task.updated'],
      'waiting 0–1, offered 1–2, talk 2',
    ],
    [
      'nothing after the end',
      ['task.created', 'task.completed', 'task-queue.entered', 'reservation.created WR1'],
      'waiting 0–1',
    ],
    [
      'a Task that ends in the midst of work',
      [...accepted, 'task.completed'],
      'waiting 0–1, offered 1–2, talk 2–3',
    ],
  ];
  for (const [what, events, spans] of cases) {
    it(`tell ${what}`, () => {
      assert.equal(spansOf(events), spans);
    });
  }

  for (const answer of ['rejected', 'timeout', 'rescinded', 'canceled', 'failed']) {
    it(`tell waiting again after an offer that ended by reservation.${answer}`, () => {
      assert.equal(
        spansOf([...offered, `reservation.${answer} WR1`]),
        'waiting 0–1, offered 1–2, waiting 2',
      );
    });
  }

  for (const end of ['completed', 'canceled', 'deleted', 'system-deleted']) {
    it(`end with task.${end}, and stay at their end`, () => {
      assert.equal(
        spansOf([...accepted, `task.${end}`, 'task-queue.entered']),
        'waiting 0–1, offered 1–2, talk 2–3',
      );
    });
  }
});

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
        presenter(false),
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
