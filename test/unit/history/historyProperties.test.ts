import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { HistoryRows } from '../../../src/core/history/historyRows.ts';
import { readHistory } from '../../../src/core/history/taskHistory.ts';
import { timeline, type TimelineEntry } from '../../../src/core/page/timeline.ts';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { plain } from '../../support/english.ts';

const task = { workspaceSid: sampleSid('WS', 'properties'), taskSid: sampleSid('WT', 'one') };
const start = Date.parse('2026-03-02T09:00:00Z');

/** Characters that turn a line around, break it, or are not seen. */
const unseen = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Cs}]/u;

const types = [
  'task.created',
  'task-queue.entered',
  'task-queue.timeout',
  'task-queue.moved',
  'workflow.target-matched',
  'reservation.created',
  'reservation.accepted',
  'reservation.rejected',
  'reservation.timeout',
  'reservation.rescinded',
  'reservation.canceled',
  'reservation.failed',
  'reservation.wrapup',
  'reservation.completed',
  'task.updated',
  'task.transfer-initiated',
  'task.wrapup',
  'task.completed',
  'task.canceled',
  'task.deleted',
  'task.something-new',
];

const hostile = fc.constantFrom(
  '',
  '<img src=x onerror=alert(1)>',
  '{0} {1}',
  '__proto__',
  'constructor',
  'a\u202eb\u0000c\nd',
  '\ud800',
  '[x](command:y)',
  'x'.repeat(5000),
);

const anything = fc.oneof(
  fc.jsonValue(),
  { weight: 3, arbitrary: hostile },
  fc.constantFrom(...types),
  fc.constant({ text: '{0}', args: ['x'] }),
);

/** What stands in a field, or something else, or nothing. */
const perhaps = <T>(usual: fc.Arbitrary<T>) =>
  fc.oneof({ weight: 3, arbitrary: usual }, { weight: 1, arbitrary: anything });

const sidOf = (prefix: string, count: number) =>
  fc.nat(count - 1).map((index) => sampleSid(prefix, `${index}`));

const moment = fc.nat(100_000).map((ms) => start + ms);
const isoDate = moment.map((ms) => new Date(ms).toISOString().replace(/\.\d+/, ''));

const eventBody = fc.record(
  {
    event_type: perhaps(fc.constantFrom(...types)),
    event_date: perhaps(isoDate),
    event_date_ms: perhaps(fc.oneof(moment, moment.map(String))),
    description: perhaps(hostile),
    resource_sid: perhaps(sidOf('WR', 3)),
    actor_sid: perhaps(sidOf('WK', 3)),
    event_data: perhaps(
      fc.record(
        {
          reservation_sid: perhaps(sidOf('WR', 3)),
          worker_sid: perhaps(sidOf('WK', 3)),
          worker_name: perhaps(fc.constantFrom('Grace', 'ann@example.com', '+12025550119')),
          task_queue_sid: perhaps(sidOf('WQ', 2)),
          task_queue_name: perhaps(fc.constantFrom('Support', 'Sales')),
          task_canceled_reason: perhaps(hostile),
          task_attributes: perhaps(fc.constantFrom('{"a":1}', '{', '[]')),
        },
        { requiredKeys: [] },
      ),
    ),
  },
  { requiredKeys: [] },
);

const reservationBody = fc.record(
  {
    reservation_status: perhaps(
      fc.constantFrom('pending', 'accepted', 'timeout', 'wrapping', 'completed', 'new'),
    ),
    date_created: perhaps(isoDate),
    date_updated: perhaps(isoDate),
    worker_name: perhaps(fc.constantFrom('Grace', 'ann@example.com')),
    worker_sid: perhaps(sidOf('WK', 3)),
  },
  { requiredKeys: [] },
);

const rowOf = (prefix: string, count: number, body: fc.Arbitrary<unknown>) =>
  fc
    .tuple(sidOf(prefix, count), perhaps(body))
    .map(([sid, value]) => ({ sid, text: JSON.stringify(value) }));

const rows: fc.Arbitrary<HistoryRows> = fc.record({
  events: fc.array(rowOf('EV', 40, eventBody), { maxLength: 40 }),
  reservations: fc.array(rowOf('WR', 3, reservationBody), { maxLength: 4 }),
});

function read(history: HistoryRows, masked = false) {
  return timeline(readHistory(history, masked), { task, localize: plain }, start + 200_000);
}

function entries(history: HistoryRows): readonly TimelineEntry[] {
  return read(history).rows.filter((row) => row.row === 'entry');
}

describe('the timeline of any rows whatever', () => {
  it('has every event exactly once, and every reservation', () => {
    fc.assert(
      fc.property(rows, (history) => {
        const shown = entries(history).map(({ id }) => id);
        const sids = new Set(history.events.map(({ sid }) => sid));
        assert.deepEqual(shown.filter((id) => sids.has(id)).sort(), [...sids].sort());
        assert.equal(new Set(shown).size, shown.length);
      }),
    );
  });

  it('goes forward in time, and ends with what has none', () => {
    fc.assert(
      fc.property(rows, (history) => {
        const times = entries(history).map(({ moment }) => moment?.at);
        const dated = times.filter((at) => at !== undefined);
        assert.deepEqual(times.slice(0, dated.length), dated, 'those without a date come last');
        for (const [index, at] of dated.entries()) {
          // Those of a reservation are in whole seconds, and stay behind the offer they answer; those of
          // one act are in the order of their causes.
          assert.ok(at > (dated[index - 1] ?? 0) - 1020);
        }
      }),
    );
  });

  it('gives every row an id of its own, and gaps a length', () => {
    fc.assert(
      fc.property(rows, (history) => {
        const { rows: shown } = read(history);
        assert.equal(new Set(shown.map(({ id }) => id)).size, shown.length);
        for (const row of shown) {
          if (row.row === 'gap') assert.ok(Number.isSafeInteger(row.seconds) && row.seconds > 0);
        }
      }),
    );
  });

  it('is the same when it was posted', () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (history, masked) => {
        const view = read(history, masked);
        assert.deepEqual(JSON.parse(JSON.stringify(view)), view);
      }),
    );
  });

  it('says everything in lines that hide nothing and do not fill the page', () => {
    fc.assert(
      fc.property(rows, (history) => {
        for (const row of read(history).rows) {
          const { notes, links } = row.row === 'entry' ? row : { notes: [], links: [] };
          for (const line of [row.words, ...notes, ...links.map(({ name }) => name)]) {
            assert.doesNotMatch(line, unseen);
            assert.ok(line.length < 1200, `${line.length} characters`);
          }
        }
      }),
    );
  });

  it('names nobody by a number or an address in privacy mode', () => {
    fc.assert(
      fc.property(rows, (history) => {
        const said = JSON.stringify(read(history, true));
        assert.doesNotMatch(said, /ann@example\.com|2025550119/);
      }),
    );
  });

  it('is the same in whatever order the rows came', () => {
    const dated = fc.uniqueArray(fc.nat(100_000), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(dated, fc.infiniteStream(fc.constantFrom(...types)), fc.gen(), (ms, kinds, g) => {
        const events = ms.map((at, index) => ({
          sid: sampleSid('EV', `${index}`),
          text: JSON.stringify({
            event_type: kinds.next().value as unknown,
            event_date_ms: start + at,
          }),
        }));
        const shuffled = g(fc.shuffledSubarray, events, { minLength: events.length });
        const history = (list: typeof events) => read({ events: list, reservations: [] });
        assert.deepEqual(history(shuffled), history(events));
      }),
    );
  });
});
