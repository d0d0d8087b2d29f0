import assert from 'node:assert/strict';
import { readHistory } from '../../../src/core/history/taskHistory.ts';
import { deletedTask } from '../../../src/core/page/deletedTask.ts';
import type { DetailsContext } from '../../../src/core/page/detailsContext.ts';
import type { TimedText } from '../../../src/core/page/liveText.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import type { ListedResource } from '../../../src/core/taskrouter/listPage.ts';
import { plain } from '../../support/english.ts';
import { simulatedTaskRows, SimulationReader } from '../../support/simulation.ts';

describe('deletedTask', () => {
  const reader = new SimulationReader();
  const task = { workspaceSid: reader.workspaceSid, taskSid: `WT${'0'.repeat(32)}` };
  const surroundings = (masked: boolean): DetailsContext => ({
    task,
    workspaceName: 'Acme',
    profile: { name: 'sample', apiBaseUrl: 'https://taskrouter.example' },
    present: presenter(masked),
    now: reader.startedAt,
    localize: plain,
  });
  /** With the time in its place. */
  const headlineOf = ({ text, at: time }: TimedText) =>
    text.replace('{0}', new Date(time ?? 0).toISOString().slice(11, 16));
  const gone = (events: readonly ListedResource[], masked = false) =>
    deletedTask(readHistory({ events, reservations: [] }, presenter(masked)), surroundings(masked));
  const simulated = (key: string) => {
    reader.seconds = 1000;
    return simulatedTaskRows(reader, key).events;
  };
  const event = (type: string, more: object = {}, data: object = {}): ListedResource => ({
    sid: `EV-${type}`,
    text: JSON.stringify({ event_type: type, event_data: data, ...more }),
  });
  const at = { event_date: '2026-03-02T09:00:00Z' };

  it('tells how a Task ended, where it was, and its last attributes to the letter', () => {
    const view = gone(simulated('refund-call'));
    assert.equal(headlineOf(view.headline), 'Completed 09:02, deleted since');
    assert.equal(view.sentences[0], 'Reason: refunded');
    assert.equal(view.status, 'completed');
    assert.equal(view.ended?.at, reader.startedAt + 120_000 + 7);
    const facts = view.facts.map(({ label, value }) => [
      label,
      value.kind === 'link' ? value.link.name : value.kind === 'words' && value.words,
    ]);
    assert.deepEqual(facts.slice(0, 5), [
      ['TaskQueue', 'Support'],
      ['Workflow', 'Incoming Calls'],
      ['Task Channel', 'voice'],
      ['Priority', '5'],
      ['Last known age', '12 min'],
    ]);
    assert.match(JSON.stringify(view.attributes), /9007199254740992.*42\.10/);
    assert.ok(view.timeline.rows.length > 6);
  });

  const cases: [headline: string, events: readonly ListedResource[]][] = [
    ['Completed, deleted since', [event('task.completed')]],
    ['Canceled 09:00, deleted since', [event('task.canceled', at)]],
    ['Canceled, deleted since', [event('task.canceled')]],
    ['Deleted 09:00, last seen as Pending', [event('task.created', at), event('task.deleted', at)]],
    ['Deleted, last seen as Status unknown', [event('task.system-deleted')]],
    [
      'No longer found, last seen 09:00 as Assigned',
      [event('reservation.accepted', at, { reservation_sid: 'WR1' })],
    ],
    ['No longer found, last seen as odd', [event('x', {}, { task_assignment_status: 'odd' })]],
    ['Nothing is known of this Task any more', []],
  ];
  for (const [headline, events] of cases) {
    it(`says “${headline}”`, () => {
      assert.equal(headlineOf(gone(events).headline), headline);
    });
  }

  it('says why there is nothing', () => {
    assert.match(
      gone([]).sentences.join(),
      /has no events of this Task\. It ended more than 30 days ago/,
    );
  });

  const keeps =
    'TaskRouter deletes Tasks some minutes after they end, and keeps their events for 30 days.';
  const sentences: [what: string, events: readonly ListedResource[], sentences: string[]][] = [
    [
      'why it was canceled',
      [event('task.canceled', at, { task_canceled_reason: 'hangup' })],
      ['Reason: hangup', keeps],
    ],
    [
      'no reason that is that of another end',
      [event('task.canceled', at, { task_completed_reason: 'sold' })],
      [keeps],
    ],
    ['no reason of what did not end', [event('task.created', at)], [keeps]],
    [
      'that TaskRouter deleted it by itself',
      [event('task.created', at), event('task.system-deleted', at)],
      ['TaskRouter deleted the Task, as it reached the maximum age of a Task.', keeps],
    ],
    ['nothing of the kind if somebody else did', [event('task.deleted', at)], [keeps]],
  ];
  for (const [what, events, expected] of sentences) {
    it(`says ${what}`, () => {
      assert.deepEqual(gone(events).sentences, expected);
    });
  }

  it('has each fact from the last event that says it', () => {
    const queueSid = `WQ${'1'.repeat(32)}`;
    const events = [
      event('task.created', at, {
        task_queue_sid: `WQ${'0'.repeat(32)}`,
        task_queue_name: 'First',
        task_priority: '1',
        task_age: 5,
      }),
      event('task-queue.moved', at, {
        task_queue_sid: queueSid,
        task_queue_name: 'Second',
        task_priority: 0,
        task_age: '90',
      }),
      event('task.updated', at, { task_queue_sid: '', task_priority: '', task_age: null }),
      event('task.canceled', at),
    ];
    const { facts } = gone(events);
    assert.deepEqual(facts, [
      {
        name: 'task_queue_sid',
        group: 'routing',
        label: 'TaskQueue',
        value: {
          kind: 'link',
          link: {
            sid: queueSid,
            name: 'Second',
            opens: { workspaceSid: task.workspaceSid, sid: queueSid },
          },
        },
      },
      {
        name: 'priority',
        group: 'routing',
        label: 'Priority',
        value: { kind: 'words', words: '0' },
      },
      {
        name: 'age',
        group: 'time',
        label: 'Last known age',
        value: { kind: 'words', words: '1 min 30 s' },
      },
      {
        name: 'date_created',
        group: 'time',
        label: 'Created',
        value: {
          kind: 'moment',
          timestamp: { at: Date.parse('2026-03-02T09:00:00Z'), precision: 's' },
          written: '2026-03-02T09:00:00.000Z',
        },
      },
    ]);
  });

  it('has no fact that no event says', () => {
    assert.deepEqual(gone([event('task.updated', at), event('task.created')]).facts, []);
    assert.deepEqual(gone([event('task.updated', at, { task_age: 'old' })]).facts[0]?.value, {
      kind: 'words',
      words: 'old',
    });
  });

  it('has no end, status or attributes of what it knows none of', () => {
    const view = gone([]);
    assert.deepEqual(
      ['status', 'ended', 'attributes'].filter((name) => name in view),
      [],
    );
  });

  it('takes attributes that are JSON before those that were redacted later', () => {
    const json = event('task.created', at, { task_attributes: '{"a":1}' });
    for (const redacted of ['REDACTED', '', null, 7]) {
      const later = event('task.completed', at, { task_attributes: redacted });
      assert.equal(gone([json, later]).attributes?.kind, 'json');
    }
    const [only] = [gone([event('task.created', at, { task_attributes: 'REDACTED' })])];
    assert.deepEqual(only.attributes?.kind === 'text' && only.attributes.value, 'REDACTED');
    assert.equal(gone([event('task.created', at)]).attributes, undefined);
  });

  it('finds attributes however the data of an event is written, and none where there are none', () => {
    const attributes = (data: unknown, type = 'task.created') =>
      gone([{ sid: 'EV1', text: JSON.stringify({ event_type: type, event_data: data }) }])
        .attributes;
    const inside = JSON.stringify({ task_attributes: '{"a":9007199254740993}' });
    assert.match(JSON.stringify(attributes(inside)), /"key":"a".*9007199254740993/);
    const number = attributes({ task_attributes: 12 });
    assert.equal(number?.kind === 'text' && number.value, '12');
    assert.equal(attributes({ task_attributes: { a: 1 } })?.kind, 'json');
    for (const none of [
      'task_attributes',
      '["task_attributes"]',
      ['task_attributes'],
      { task_attributes: '' },
      { task_attributes: null },
      { worker_attributes: '{"task_attributes":1}' },
      null,
    ]) {
      assert.equal(attributes(none), undefined, JSON.stringify(none));
    }
    assert.equal(attributes({}, 'task_attributes'), undefined);
    assert.equal(gone([{ sid: 'EV1', text: 'no JSON: task_attributes' }]).attributes, undefined);
    assert.equal(gone([{ sid: 'EV1', text: '{"task_attributes":"{}"}' }]).attributes, undefined);
  });

  it('masks what privacyMode masks', () => {
    const events = [
      event('task.canceled', at, {
        task_attributes: '{"name":"Zoe"}',
        task_canceled_reason: 'call +1 202 555 0119',
        worker_name: 'zoe@example.com',
      }),
      event('reservation.created', { ...at, event_data: '{"worker_name":"zoe@example.com"}' }),
    ];
    assert.match(JSON.stringify(gone(events)), /Zoe.*|zoe@/);
    const masked = JSON.stringify(gone(events, true));
    assert.doesNotMatch(masked, /Zoe|zoe@|0119/);
    assert.match(masked, /"key":"name"/);
  });
});
