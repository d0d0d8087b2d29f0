import assert from 'node:assert/strict';
import type { TaskRecord } from '../../../src/core/tasks/taskStore.ts';
import { ShownTasks } from '../../../src/core/tree/shownTasks.ts';
import type { TaskNode } from '../../../src/core/tree/treeNode.ts';

const workspaceSid = `WS${'0'.repeat(32)}`;
const taskSid = `WT${'0'.repeat(32)}`;
const task = { profileId: 'acme', workspaceSid, taskSid };

const row = (list: string, fetchedAt: number, change: Partial<TaskNode> = {}): TaskNode => ({
  ...{ kind: 'task', id: `${list}/${taskSid}`, profile: 'acme', workspaceSid, taskSid },
  ...{ text: `${list} ${fetchedAt}`, fetchedAt, ...change },
});
const fetched = (text: string, fetchedAt: number): TaskRecord => ({
  fetched: { text, fetchedAt },
  fetching: false,
});
const failed = (kind: 'notFound' | 'conflict', failedAt: number): TaskRecord => ({
  failure:
    kind === 'notFound'
      ? { kind, host: 'localhost', prefix: 'WT' }
      : { kind, host: 'localhost', status: 409 },
  failedAt,
  fetching: false,
});

function setUp(...rows: readonly TaskNode[]) {
  const tasks = new ShownTasks('acme');
  for (const node of rows) tasks.show(node.id.split('/')[0] ?? '', [node]);
  return tasks;
}

describe('ShownTasks', () => {
  it('knows of a Task what its row says, until a fetch says more', () => {
    const pending = row('pending', 10);
    const tasks = setUp(pending);
    assert.deepEqual(tasks.latest(pending), {
      ...{ text: 'pending 10', fetchedAt: 10, deleted: false, listed: true },
    });
    assert.deepEqual(tasks.update(task, fetched('new', 20)), [pending]);
    assert.deepEqual(tasks.latest(pending), {
      ...{ text: 'new', fetchedAt: 20, deleted: false, listed: false },
    });
  });

  it('notes a fetch of the same text, for which no row has to be shown anew', () => {
    const pending = row('pending', 10);
    const tasks = setUp(pending);
    assert.deepEqual(tasks.update(task, fetched(pending.text, 10)), []);
    assert.equal(tasks.latest(pending).listed, false);
  });

  it('changes both rows of a Task that stands in two lists, and knows the newer one', () => {
    const [pending, reserved] = [row('pending', 10), row('reserved', 30)];
    const tasks = setUp(pending, reserved);
    assert.deepEqual(tasks.update(task, fetched('old', 20)), []);
    assert.deepEqual(tasks.update(task, fetched('new', 40)), [pending, reserved]);
  });

  it('says that a Task is gone, with what it was and when', () => {
    const pending = row('pending', 10);
    const tasks = setUp(pending);
    assert.deepEqual(tasks.update(task, failed('notFound', 50)), [pending]);
    assert.deepEqual(tasks.update(task, failed('notFound', 60)), []);
    const latest = { text: 'pending 10', fetchedAt: 10, deleted: true, listed: true };
    assert.deepEqual(tasks.latest(pending), latest);
    assert.deepEqual(tasks.update(task, fetched('old', 40)), []);
    assert.deepEqual(tasks.update(task, fetched('back', 60)), [pending]);
    assert.equal(tasks.latest(pending).deleted, false);
  });

  it('believes a list that is newer than the news', () => {
    const tasks = setUp(row('pending', 10));
    tasks.update(task, failed('notFound', 20));
    const again = row('pending', 30);
    tasks.show('pending', [again]);
    assert.equal(tasks.latest(again).deleted, false);
    tasks.update(task, fetched('new', 40));
    const newest = row('pending', 50);
    tasks.show('pending', [newest]);
    assert.equal(tasks.latest(newest).text, 'pending 50');
  });

  const nothingNew: [
    what: string,
    resource: typeof task & { sid?: string },
    TaskRecord | undefined,
  ][] = [
    ['any other failure', task, failed('conflict', 50)],
    [
      'a failure with the text of before',
      task,
      { ...failed('conflict', 50), ...fetched('x', 50), fetching: false },
    ],
    ['a fetch under way', task, { ...fetched('new', 50), fetching: true }],
    ['no record', task, undefined],
    ['an older fetch', task, fetched('old', 5)],
    ['another profile', { ...task, profileId: 'env' }, fetched('new', 50)],
    ['another Task', { ...task, taskSid: `WT${'1'.repeat(32)}` }, fetched('new', 50)],
    ['another Workspace', { ...task, workspaceSid: `WS${'1'.repeat(32)}` }, fetched('new', 50)],
    ['a reservation of the Task', { ...task, sid: `WR${'0'.repeat(32)}` }, fetched('new', 50)],
  ];
  for (const [what, resource, record] of nothingNew) {
    it(`learns nothing from ${what}`, () => {
      const pending = row('pending', 10);
      const tasks = setUp(pending);
      assert.deepEqual(tasks.update(resource, record), []);
      assert.equal(tasks.latest(pending).text, 'pending 10');
      assert.equal(tasks.latest(pending).listed, true);
    });
  }

  it('tells the row of another profile nothing', () => {
    const pending = row('pending', 10);
    const tasks = setUp(pending);
    tasks.update(task, fetched('new', 20));
    assert.equal(tasks.latest({ ...pending, profile: 'env' }).text, 'pending 10');
  });

  it('keeps rows that are added to a list, and none that its next reading has not', () => {
    const tasks = new ShownTasks('acme');
    const pending = row('pending', 10);
    tasks.show('pending', []);
    tasks.add('pending', [pending]);
    assert.deepEqual(tasks.update(task, fetched('new', 20)), [pending]);
    tasks.show('pending', []);
    assert.deepEqual(tasks.update(task, fetched('newer', 30)), []);
  });

  for (const [what, forget] of [
    [
      'its list is read without it',
      (tasks: ShownTasks) => {
        tasks.show('pending', []);
      },
    ],
    [
      'its list is not shown any more',
      (tasks: ShownTasks) => {
        tasks.hide('pending');
      },
    ],
  ] as const) {
    it(`forgets what was fetched of a Task when ${what}`, () => {
      const pending = row('pending', 10);
      const tasks = setUp(pending, row('reserved', 10));
      tasks.update(task, fetched('new', 20));
      tasks.hide('reserved');
      assert.equal(tasks.latest(pending).text, 'new');
      forget(tasks);
      assert.equal(tasks.latest(pending).text, 'pending 10');
    });
  }
});
