import assert from 'node:assert/strict';
import { readHistory } from '../../../src/core/history/taskHistory.ts';
import { deletedTask } from '../../../src/core/page/deletedTask.ts';
import { taskLifecycle } from '../../../src/core/page/lifecycle.ts';
import { timeline } from '../../../src/core/page/timeline.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { plain } from '../../support/english.ts';

const task = { workspaceSid: sampleSid('WS', 'hard'), taskSid: sampleSid('WT', 'hard') };
const start = Date.parse('2026-03-02T09:00:00Z');
const [offer, other] = [sampleSid('WR', 'first'), sampleSid('WR', 'second')];
const surroundings = {
  task,
  workspaceName: 'Acme',
  profile: { name: 'acme', apiBaseUrl: 'https://taskrouter.example' },
  present: presenter(false),
  now: start + 60_000,
  localize: plain,
};

type Body = Readonly<Record<string, unknown>>;

const row = (prefix: string, name: string, body: Body) => ({
  sid: sampleSid(prefix, name),
  text: JSON.stringify(body),
});

/** An event `ms` after the start. */
const event = (type: string, ms: number, data: Body = {}) =>
  row('EV', `${type}/${ms}/${JSON.stringify(data)}`, {
    event_type: type,
    event_date_ms: start + ms,
    event_data: data,
  });

/** An event whose time is known to the second. */
const rough = (type: string, seconds: number, data: Body = {}) =>
  row('EV', `${type}/${seconds}/${JSON.stringify(data)}`, {
    event_type: type,
    event_date: new Date(start + seconds * 1000).toISOString().replace('.000', ''),
    event_data: data,
  });

const reservation = (sid: string, body: Body) => ({ sid, text: JSON.stringify({ sid, ...body }) });

const history = (
  events: readonly ReturnType<typeof event>[],
  reservations: readonly ReturnType<typeof event>[] = [],
) => readHistory({ events, reservations }, presenter(false));

const said = (events: ReturnType<typeof history>) =>
  timeline(events, { task, localize: plain }, surroundings.now).rows.map(({ words }) => words);

const grace = { reservation_sid: offer, worker_sid: sampleSid('WK', 'g'), worker_name: 'Grace' };

describe('a history that is hard to read', () => {
  it('keeps the order of a list, newest first as the API has it, where times are equal', () => {
    const list = ['task.one', 'task.two', 'task.three'].map((type) => event(type, 0));
    assert.deepEqual(said(history(list.toReversed())), ['task.one', 'task.two', 'task.three']);
  });

  it('puts nothing before what it follows because its time is known to the second only', () => {
    const events = history([
      event('task.created', 300),
      event('task-queue.entered', 310, { task_queue_name: 'Support' }),
      rough('reservation.created', 0, grace),
      event('reservation.accepted', 5000, grace),
    ]);
    assert.deepEqual(
      events.map(({ type }) => type),
      ['task.created', 'task-queue.entered', 'reservation.created', 'reservation.accepted'],
    );
  });

  it('puts the end of a reservation whose events are gone behind what led to it', () => {
    const events = history(
      [event('task.created', 100), event('task-queue.entered', 110), event('task.wrapup', 9500)],
      [
        reservation(offer, {
          reservation_status: 'wrapping',
          worker_name: 'Grace',
          date_created: '2026-03-02T09:00:00Z',
          date_updated: '2026-03-02T09:00:09Z',
        }),
      ],
    );
    assert.deepEqual(
      events.map(({ type }) => type),
      [
        'task.created',
        'task-queue.entered',
        'reservation.created',
        'reservation.wrapup',
        'task.wrapup',
      ],
    );
  });

  it('tells a reservation once, also if its SID is written in other letters', () => {
    const events = history(
      [event('reservation.created', 0, { ...grace, reservation_sid: offer.toLowerCase() })],
      [
        reservation(offer.slice(0, 2) + offer.slice(2).toUpperCase(), {
          reservation_status: 'pending',
          date_created: '2026-03-02T09:00:00Z',
        }),
      ],
    );
    assert.equal(events.length, 1);
  });

  for (const date of ['5', 'attempt 7', 'x 1', '12', '', 'yesterday']) {
    it(`reads no date in ‘${date}’`, () => {
      const [first] = history([row('EV', date, { event_type: 'task.updated', event_date: date })]);
      assert.equal(first?.moment, undefined);
    });
  }

  it('names nobody where nobody is named', () => {
    const worker = sampleSid('WK', 'nobody');
    const updated = row('EV', 'nobody', {
      event_type: 'task.updated',
      event_date_ms: start,
      actor_sid: worker,
      event_data: { worker_sid: worker },
    });
    const view = timeline(history([updated]), { task, localize: plain });
    assert.doesNotMatch(JSON.stringify(view), /By "/);
  });

  it('tells waiting from being offered where a Task goes to and fro', () => {
    const ann = { ...grace, reservation_sid: other, worker_name: 'Ann' };
    assert.deepEqual(
      said(
        history([
          event('task.created', 0),
          event('task-queue.entered', 10, { task_queue_name: 'Sales' }),
          event('reservation.created', 5000, grace),
          event('reservation.timeout', 15_000, grace),
          event('task-queue.moved', 17_000, {
            previous_task_queue_name: 'Sales',
            task_queue_name: 'Everyone',
          }),
          event('reservation.created', 20_000, ann),
          event('reservation.rejected', 24_000, ann),
        ]),
      ),
      [
        'Created',
        'Entered TaskQueue Sales',
        'Waited for 5 s',
        'Reservation for Grace',
        'Reserved for 10 s',
        'Grace did not answer in time',
        'Waited for 5 s',
        'Moved from TaskQueue Sales to Everyone',
        'Reservation for Ann',
        'Reserved for 4 s',
        'Rejected by Ann',
        'Waiting for 36 s',
      ],
    );
  });
});

describe('a Task whose events say little', () => {
  it('is told by its deletion alone', () => {
    const view = deletedTask(history([event('task.deleted', 0)]), surroundings);
    assert.match(view.headline.text, /^Deleted \{0\}/);
    assert.equal(new Date(view.headline.at ?? 0).toISOString().slice(11, 19), '09:00:00');
  });

  it('has no steps that contradict each other', () => {
    for (const type of [
      'reservation.completed',
      'task.completed',
      'task.canceled',
      'task.wrapup',
    ]) {
      const { steps } = taskLifecycle({}, history([event(type, 0, grace)]), surroundings);
      const present = steps.filter(({ state }) => state === 'present');
      assert.ok(present.length < 2, type);
      const index = steps.findIndex(({ state }) => state === 'present');
      for (const { state, status } of steps.slice(index + 1)) {
        if (index >= 0) assert.equal(state, 'ahead', `${type}: ${status}`);
      }
    }
  });
});
