import assert from 'node:assert/strict';
import { acmeContactCentre } from '../../../../src/sample/data/acmeContactCentre.ts';
import { deletedAfter } from '../../../../src/sample/replay/taskReplay.ts';
import { SimulationReader, type Json } from '../../../support/simulation.ts';

/** A day before the start, in seconds: the sample begins later. */
const BEFORE_ALL = -86_400;

describe('the lives of simulated Tasks', () => {
  it('show all six states at the start', () => {
    const states = new SimulationReader().list('/Tasks').map((task) => task['assignment_status']);
    assert.deepEqual([...new Set(states)].sort(), [
      'assigned',
      'canceled',
      'completed',
      'pending',
      'reserved',
      'wrapping',
    ]);
    assert.ok(states.length >= 30);
  });

  it('lead a Task through timeout, acceptance and wrap-up to its end', () => {
    const reader = new SimulationReader();
    const seen = [0, 20, 50, 55, 65, 185, 215, 514].map((seconds) => {
      reader.seconds = seconds;
      return reader.task('order-status')['assignment_status'];
    });
    assert.deepEqual(seen, [
      'pending',
      'reserved',
      'pending',
      'reserved',
      'assigned',
      'wrapping',
      'completed',
      'completed',
    ]);
    assert.deepEqual(
      reader
        .reservations('order-status')
        .map((row) => [row['worker_name'], row['reservation_status']]),
      [
        ['Priya Raman', 'timeout'],
        ['Yuki Tanaka', 'completed'],
      ],
    );
    assert.equal(reader.task('order-status')['reason'], 'resolved');
  });

  it('end in deletion five minutes later, while events remain for 30 days', () => {
    const reader = new SimulationReader();
    const path = `/Tasks/${reader.sid('WT', 'order-status')}`;
    reader.seconds = 214 + 300;
    assert.equal(reader.status(path), 200);
    reader.seconds = 215 + 300;
    assert.equal(reader.status(path), 404);
    assert.equal(reader.status(`${path}/Reservations`), 404);
    assert.deepEqual(
      reader.events('order-status').map((event) => event['event_type']),
      [
        'task.created',
        'task-queue.entered',
        'reservation.created',
        'reservation.timeout',
        'reservation.created',
        'reservation.accepted',
        'reservation.wrapup',
        'task.wrapup',
        'reservation.completed',
        'task.completed',
        'task.deleted',
      ],
    );
    reader.seconds += 30 * 86_400;
    assert.deepEqual(reader.events('order-status'), []);
  });

  it('rescind the offer to the others when one Worker accepts', () => {
    const reader = new SimulationReader();
    reader.seconds = 10;
    assert.deepEqual(
      reader.reservations('callback').map((row) => row['reservation_status']),
      ['rescinded', 'accepted'],
    );
  });

  it('put a Worker who let an offer time out offline until they come back', () => {
    const reader = new SimulationReader();
    const activities = [49, 50, 110].map((seconds) => {
      reader.seconds = seconds;
      return reader.read(`/Workers/${reader.sid('WK', 'Priya Raman')}`)['activity_name'];
    });
    assert.deepEqual(activities, ['Available', 'Offline', 'Available']);
  });

  it('leave a Task with the others to whom it is offered when one Worker rejects it', () => {
    const reader = new SimulationReader();
    const seen = [7, 8, 24].map((seconds) => {
      reader.seconds = seconds;
      const offers = reader.reservations('partner-lead').map((row) => row['reservation_status']);
      return [reader.task('partner-lead')['assignment_status'], ...offers];
    });
    assert.deepEqual(seen, [
      ['reserved', 'pending', 'pending', 'pending'],
      ['reserved', 'rejected', 'pending', 'pending'],
      ['assigned', 'rejected', 'rescinded', 'accepted'],
    ]);
  });

  it('let a Task wait again that the only Worker to whom it is offered rejects', () => {
    const reader = new SimulationReader();
    reader.seconds = 22;
    assert.equal(reader.task('delivery-date')['assignment_status'], 'pending');
    const last = reader
      .events('delivery-date')
      .map((event) => [event['event_type'], event['actor_sid']]);
    assert.deepEqual(last.at(-1), ['reservation.rejected', reader.sid('WK', 'Priya Raman')]);
  });

  it('begin when their time comes', () => {
    const reader = new SimulationReader();
    const path = `/Tasks/${reader.sid('WT', 'new-lead')}`;
    reader.seconds = 89;
    assert.equal(reader.status(path), 404);
    reader.seconds = 90;
    assert.equal(reader.status(path), 200);
  });

  it('leave a pending, a reserved, an assigned and a wrapping Task alone for weeks', () => {
    const reader = new SimulationReader();
    reader.seconds = 20 * 86_400;
    assert.deepEqual(
      ['waiting-invoice', 'sms-offered', 'call-in-progress', 'chat-wrapping'].map(
        (key) => reader.task(key)['assignment_status'],
      ),
      ['pending', 'reserved', 'assigned', 'wrapping'],
    );
    assert.equal(reader.task('waiting-invoice')['age'], 20 * 86_400 + 1530);
  });

  it('never contradict themselves: status, reservations, events and Workers agree', () => {
    const reader = new SimulationReader();
    let compared = 0;
    const before = new Map<string, number>();
    const all: Json[] = [];
    let next = BEFORE_ALL;
    for (const moment of turningPoints()) {
      reader.seconds = moment;
      all.push(...eventsFrom(reader, next));
      next = moment + 1;
      const statuses = new Map(
        reader
          .list('/Tasks?PageSize=1000')
          .map((task) => [task['sid'], String(task['assignment_status'])]),
      );
      for (const { key } of acmeContactCentre.tasks) {
        const taskSid = reader.sid('WT', key);
        const rows = all.filter((event) => (event['event_data'] as Data).task_sid === taskSid);
        const events = rows.map((event) => event['event_data'] as Data);
        const types = rows.map((event) => String(event['event_type']));
        const status = statuses.get(taskSid);
        if (status === undefined) {
          assert.ok(types.length === 0 || types.at(-1) === 'task.deleted', key);
          continue;
        }
        assert.equal(status, impliedStatus(types), `${key} at ${reader.seconds}: ${types.join()}`);
        assert.equal(events.at(-1)?.task_assignment_status, status);
        // Where nothing has happened since, reservations were compared before.
        if (before.get(key) === rows.length) continue;
        before.set(key, rows.length);
        const reservations = reader.reservations(key);
        assert.deepEqual(
          reservations.map((row) => [row['sid'], row['reservation_status']]),
          [...lastStatuses(events)],
        );
        assert.deepEqual(openReservations(reservations), openFor[status], key);
        compared += 1;
      }
    }
    assert.ok(compared > 120);
    assert.deepEqual(all, eventsFrom(reader, BEFORE_ALL));
  });

  it('offer Tasks only to Workers who are eligible and available', () => {
    const reader = new SimulationReader();
    reader.seconds = 600;
    const offers = reader
      .list('/Events?EventType=reservation.created&Minutes=43200')
      .map((event) => event['event_data'] as Data);
    assert.ok(offers.length > 8);
    for (const { task_queue_sid: queue, worker_sid: worker, worker_activity_name } of offers) {
      const eligible = reader.list(`/Workers?TaskQueueSid=${queue}`).map((row) => row['sid']);
      assert.ok(eligible.includes(worker));
      assert.equal(worker_activity_name, 'Available');
    }
  });
});

/** Oldest first, from a second on. */
function eventsFrom(reader: SimulationReader, second: number): readonly Json[] {
  const at = new Date(reader.startedAt + second * 1000).toISOString();
  return reader.list(`/Events?StartDate=${at}&PageSize=1000`).toReversed();
}

/** The second of each step and of each deletion, and the one before that. In order. */
function turningPoints(): readonly number[] {
  const { tasks } = acmeContactCentre;
  const steps = tasks.flatMap(({ lifecycle: life }) => life.map(({ at }) => at));
  const deletions = tasks.map(deletedAfter).filter((at) => at < Infinity);
  const all = new Set([...steps, ...deletions.flatMap((at) => [at - 1, at])]);
  return [...all].filter((at) => at >= 0).sort((a, b) => a - b);
}

interface Data {
  readonly task_sid?: string;
  readonly task_assignment_status: string;
  readonly task_queue_sid: string;
  readonly reservation_sid?: string;
  readonly reservation_status?: string;
  readonly worker_sid: string;
  readonly worker_activity_name: string;
}

/** What TaskRouter's documentation says a Task is after these events. */
function impliedStatus(types: readonly string[]): string {
  let offers = 0;
  return types.reduce((status, type) => {
    switch (type) {
      case 'task.created':
        return 'pending';
      case 'reservation.timeout':
      case 'reservation.rejected':
        offers -= 1;
        return offers === 0 ? 'pending' : 'reserved';
      case 'reservation.created':
        offers += 1;
        return 'reserved';
      case 'reservation.accepted':
        return 'assigned';
      case 'task.wrapup':
        return 'wrapping';
      case 'task.completed':
        return 'completed';
      case 'task.canceled':
        return 'canceled';
      default:
        return status;
    }
  }, '');
}

function lastStatuses(events: readonly Data[]): ReadonlyMap<string, string> {
  return new Map(
    events.flatMap(({ reservation_sid: sid, reservation_status: status }) =>
      sid !== undefined && status !== undefined ? [[sid, status]] : [],
    ),
  );
}

const openFor: Readonly<Record<string, readonly string[]>> = {
  pending: [],
  reserved: ['pending'],
  assigned: ['accepted'],
  wrapping: ['wrapping'],
  completed: [],
  canceled: [],
};

function openReservations(reservations: readonly Readonly<Record<string, unknown>>[]): string[] {
  const open = reservations
    .map((row) => String(row['reservation_status']))
    .filter((status) => ['pending', 'accepted', 'wrapping'].includes(status));
  return [...new Set(open)];
}
