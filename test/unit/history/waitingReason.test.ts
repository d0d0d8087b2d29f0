import assert from 'node:assert/strict';
import { readHistory } from '../../../src/core/history/taskHistory.ts';
import { waitingReason } from '../../../src/core/history/waitingReason.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { plain } from '../../support/english.ts';
import { simulatedTaskRows, SimulationReader } from '../../support/simulation.ts';

describe('waitingReason', () => {
  const statistics = (eligible?: unknown, available?: unknown, tasks?: unknown, age?: unknown) =>
    JSON.stringify({
      total_eligible_workers: eligible,
      total_available_workers: available,
      total_tasks: tasks,
      longest_task_waiting_age: age,
    });
  const waiting = (...args: Parameters<typeof waitingReason>) => {
    const reason = waitingReason(...args);
    return reason && plain(reason);
  };
  const cases: [text: string | undefined, sentence: string | undefined][] = [
    [
      statistics(4, 0, 11, 1214),
      '4 Workers eligible, none available; 11 Tasks in this TaskQueue, the oldest for 20 min',
    ],
    [
      statistics(4, 1, 2, 30),
      '4 Workers eligible, 1 available; 2 Tasks in this TaskQueue, the oldest for 30 s',
    ],
    [statistics(1, 0, 1, 30), '1 Worker eligible, not available; 1 Task in this TaskQueue'],
    [statistics(1, 1, 1, 0), '1 Worker eligible, and available; 1 Task in this TaskQueue'],
    [statistics(0, 0, 3, 0), 'No Worker is eligible; 3 Tasks in this TaskQueue'],
    [statistics(3, null, null, null), '3 Workers eligible'],
    [statistics(1), '1 Worker eligible'],
    [statistics(undefined, 2, 5), '5 Tasks in this TaskQueue'],
    [statistics('4', -1, 1.5, 'x'), undefined],
    ['{}', undefined],
    ['[]', undefined],
    ['<html>', undefined],
    [undefined, undefined],
  ];
  for (const [text, sentence] of cases) {
    it(`says ${sentence ?? 'nothing'} of ${text ?? 'nothing'}`, () => {
      assert.equal(waiting('pending', text), sentence);
    });
  }

  it('says nothing of Tasks that do not wait', () => {
    for (const status of ['assigned', 'wrapping', 'completed', 'canceled', 'later', undefined]) {
      assert.equal(waitingReason(status, statistics(4, 0, 11, 1214)), undefined);
    }
  });

  it('says to whom a Task is offered, and not to whom it was', () => {
    const reader = new SimulationReader();
    const offered = (key: string, seconds: number) => {
      reader.seconds = seconds;
      const history = readHistory(simulatedTaskRows(reader, key), presenter(false));
      return waiting('reserved', undefined, history);
    };
    assert.equal(offered('sms-offered', 0), 'Reservation for Tom Becker');
    assert.equal(offered('callback', 0), 'Reservations for Priya Raman and Tom Becker');
    assert.equal(offered('order-status', 60), 'Reservation for Yuki Tanaka');
    assert.equal(offered('waiting-invoice', 60), undefined);
  });

  const offersOf = (...names: readonly (string | undefined)[]) =>
    names.map((name, index) => ({
      sid: `EV${String(index)}`,
      text: JSON.stringify({
        event_type: 'reservation.created',
        event_date_ms: 1000 * (index + 1),
        event_data: { reservation_sid: `WR${String(index)}`, worker_name: name },
      }),
    }));
  const offers: [names: readonly (string | undefined)[], sentence: string][] = [
    [['Ana'], 'Reservation for Ana'],
    [['Ana', 'Tom'], 'Reservations for Ana and Tom'],
    [['Ana', 'Tom', 'Yuki'], 'Reservations for Ana and 2 others'],
    [['Ana', 'Tom', 'Yuki', 'Priya'], 'Reservations for Ana and 3 others'],
    [['Ana', undefined], 'Reservations for 2 Workers'],
    [[undefined, 'Ana', 'Tom'], 'Reservations for 3 Workers'],
    [[undefined], '1 Worker eligible'],
    [[], '1 Worker eligible'],
  ];
  for (const [names, sentence] of offers) {
    it(`says “${sentence}” of offers to ${names.map((name) => name ?? 'somebody').join(', ') || 'nobody'}`, () => {
      const history = readHistory(
        { events: offersOf(...names), reservations: [] },
        presenter(false),
      );
      assert.equal(waiting('reserved', statistics(1), history), sentence);
      assert.equal(waiting('pending', statistics(1), history), '1 Worker eligible');
    });
  }
});
