import assert from 'node:assert/strict';
import { message } from '../../../src/core/messages/message.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { describeTaskRow, taskContext, type TaskRowFacts } from '../../../src/core/tree/taskRow.ts';
import { describeTaskTooltip } from '../../../src/core/tree/tooltip.ts';
import { plain, plainLine } from '../../support/english.ts';

const MINUTE = 60_000;
const facts: TaskRowFacts = {
  taskSid: 'WT0123456789abcdef0123456789abcdef',
  summary: {
    ...{ status: 'pending', channelName: 'voice', queueName: 'Billing', priority: 7 },
    ageSeconds: 90,
  },
  fetchedAt: 1000,
  deleted: false,
};
const shown = {
  profile: 'Acme',
  present: presenter(false),
  now: 1000,
  clock: (time: number) => `at ${time}`,
};

function rowOf(change: Partial<TaskRowFacts>, surroundings: Partial<typeof shown> = {}) {
  const row = describeTaskRow({ ...facts, ...change }, { ...shown, ...surroundings });
  return { texts: [row.label, row.description, row.spoken].map(plainLine), icon: row.icon.name };
}

describe('describeTaskRow', () => {
  it('tells a Task by its age and its last digits, which a narrow side bar still shows', () => {
    assert.deepEqual(rowOf({}), {
      texts: [
        '1 min · …89abcdef',
        'voice · Billing · priority 7',
        'Task · Pending · 1 min old · voice · Billing · priority 7 · WT…89abcdef',
      ],
      icon: 'clockface',
    });
  });

  it('leaves out the priority of most Tasks, which is 0', () => {
    const summary = { ...facts.summary, priority: 0 };
    assert.equal(rowOf({ summary }).texts[1], 'voice · Billing');
  });

  it('tells one of which nothing is known by its SID', () => {
    assert.deepEqual(rowOf({ summary: {} }), {
      texts: ['WT…89abcdef', '', 'Task · Status unknown · WT…89abcdef'],
      icon: 'question',
    });
  });

  const ages: [status: string | undefined, deleted: boolean, passed: number, age: string][] = [
    ['pending', false, 0, '1 min'],
    ['pending', false, 10 * MINUTE, '11 min'],
    ['wrapping', false, 59 * MINUTE, '1 h'],
    [undefined, false, 10 * MINUTE, '11 min'],
    ['completed', false, 10 * MINUTE, '1 min'],
    ['canceled', false, 10 * MINUTE, '1 min'],
    ['pending', true, 10 * MINUTE, '1 min'],
    ['pending', false, -10 * MINUTE, '1 min'],
  ];
  for (const [status, deleted, passed, age] of ages) {
    const what = `${deleted ? 'a deleted' : 'a'} ${status ?? 'strange'} Task`;
    it(`says ${age} of ${what}, ${passed / MINUTE} min after it was 90 s old`, () => {
      const summary = { ageSeconds: 90, ...(status !== undefined && { status }) };
      const [label] = rowOf({ summary, deleted }, { now: 1000 + passed }).texts;
      assert.equal(label, `${age} · …89abcdef`);
    });
  }

  it('is of a kind of its own once the Task does not wait, and once it is over', () => {
    const of = (status: string, deleted = false) =>
      taskContext({ ...facts, summary: { ...facts.summary, status }, deleted });
    assert.deepEqual(
      ['pending', 'reserved', 'wrapping', 'canceled'].map((status) => of(status)),
      ['task', 'task', 'task.assigned', 'task.over'],
    );
    assert.equal(of('pending', true), 'task.over');
  });

  it('says of a Task that is gone that it was deleted', () => {
    const { texts, icon } = rowOf({ deleted: true });
    assert.equal(icon, 'trash');
    for (const text of texts.slice(1)) assert.match(text, /deleted since/);
  });

  it('shows names, and a status that came later, in one line, masked if asked for', () => {
    const name = 'a\u202eb\n+15005550006';
    const summary = { status: name, channelName: name, queueName: name };
    const [, description = '', spoken = ''] = rowOf({ summary }).texts;
    assert.equal(description, 'ab +15005550006 · ab +15005550006');
    assert.match(spoken, /^Task · ab \+15005550006 · ab /);
    const masked = rowOf({ summary }, { present: presenter(true) }).texts.join();
    assert.doesNotMatch(masked, /5550006/);
  });

  it('has a tooltip with the main facts, as they were when it was read', () => {
    const lines = describeTaskTooltip({ ...facts, deleted: true }, { ...shown, now: 10 * MINUTE });
    assert.deepEqual(
      lines.map((line) =>
        'label' in line
          ? `${plain(line.label)}: ${plain(line.value)}`
          : 'sentence' in line && plain(line.sentence),
      ),
      [
        'TaskRouter has deleted this Task.',
        ...['Status: Pending', 'TaskQueue: Billing', 'Task Channel: voice', 'Priority: 7'],
        ...['Age: 1 min 30 s', `SID: ${facts.taskSid}`, 'Profile: Acme', 'Read at: at 1000'],
      ],
    );
  });

  it('has a tooltip that says why a Task waits, if that is known, and not once it waits no more', () => {
    const waiting = { summary: message('Waiting: {0} can take it', 'Ana'), at: 7 };
    const routing = (more: Partial<typeof facts>) =>
      describeTaskTooltip({ ...facts, ...more, waiting }, shown).flatMap((line) =>
        'label' in line && plain(line.label) === 'Routing' ? [plain(line.value)] : [],
      );
    assert.deepEqual(routing({}), ['Waiting: Ana can take it (at at 7)']);
    assert.deepEqual(routing({ deleted: true }), []);
    assert.deepEqual(routing({ summary: { ...facts.summary, status: 'assigned' } }), []);
  });

  it('leaves out of the tooltip what is not known, and masks names', () => {
    const summary = { queueName: 'ada@example.com', priority: 0 };
    const lines = describeTaskTooltip(
      { ...facts, summary },
      { ...shown, present: presenter(true) },
    );
    const said = lines.map((line) => ('label' in line ? plain(line.label) : ''));
    assert.deepEqual(said, ['Status', 'TaskQueue', 'Priority', 'SID', 'Profile', 'Read at']);
    assert.doesNotMatch(JSON.stringify(lines), /ada@/);
  });
});
