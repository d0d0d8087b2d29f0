import assert from 'node:assert/strict';
import type { DetailsSurroundings } from '../../../src/core/details/detailsSurroundings.ts';
import { goneTask } from '../../../src/core/details/goneTask.ts';
import { readHistory } from '../../../src/core/details/readHistory.ts';
import type { ListedResource } from '../../../src/core/lists/resourcePage.ts';
import { inEnglish } from '../../support/inEnglish.ts';
import { simulatedTaskRows } from '../../support/simulatedTaskRows.ts';
import { SimulationReader } from '../../support/simulationReader.ts';

describe('goneTask', () => {
  const reader = new SimulationReader();
  const task = { workspaceSid: reader.workspaceSid, taskSid: `WT${'0'.repeat(32)}` };
  const surroundings = (masked: boolean): DetailsSurroundings => ({
    task,
    workspaceName: 'Acme',
    profile: { name: 'sample', apiBaseUrl: 'https://taskrouter.example' },
    masked,
    now: reader.startedAt,
    clock: (time) => new Date(time).toISOString().slice(11, 16),
  });
  const gone = (events: readonly ListedResource[], masked = false) =>
    inEnglish(goneTask(readHistory({ events, reservations: [] }, masked), surroundings(masked)));
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
    assert.equal(view.headline, 'Completed at 09:02, deleted since');
    assert.equal(view.sentences[0], 'Reason: refunded');
    assert.equal(view.status, 'completed');
    assert.equal(view.ended?.at, reader.startedAt + 120_000 + 7);
    const facts = view.facts.map(({ label, value }) => [
      label,
      value.kind === 'link' ? value.link.name : value.kind === 'words' && value.words,
    ]);
    assert.deepEqual(facts.slice(0, 5), [
      ['Task Queue', 'Support'],
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
    ['Canceled at 09:00, deleted since', [event('task.canceled', at)]],
    ['Canceled, deleted since', [event('task.canceled')]],
    [
      'Deleted at 09:00, last seen as Pending',
      [event('task.created', at), event('task.deleted', at)],
    ],
    ['Deleted, last seen as Status unknown', [event('task.system-deleted')]],
    [
      'Not there any more, last seen at 09:00 as Assigned',
      [event('reservation.accepted', at, { reservation_sid: 'WR1' })],
    ],
    ['Not there any more, last seen as odd', [event('x', {}, { task_assignment_status: 'odd' })]],
    ['Nothing is known of this Task any more', []],
  ];
  for (const [headline, events] of cases) {
    it(`says “${headline}”`, () => {
      assert.equal(gone(events).headline, headline);
    });
  }

  it('says why there is nothing', () => {
    assert.match(gone([]).sentences.join(), /keeps events for 30 days, and has none of this Task/);
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
