import assert from 'node:assert/strict';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import type { Profile } from '../../../src/core/profiles/profile.ts';
import type { ProfiledTask } from '../../../src/core/resources/resourceReference.ts';
import { filterRecentTasks, RecentTasks } from '../../../src/core/tasks/recentTasks.ts';
import type { TaskRecord } from '../../../src/core/tasks/taskStore.ts';
import { describeRecentTask } from '../../../src/core/tree/taskRow.ts';
import { plainLine } from '../../support/english.ts';

const workspaceSid = `WS${'0'.repeat(32)}`;
const taskOf = (digit: number, profileId = 'acme'): ProfiledTask => ({
  profileId,
  workspaceSid,
  taskSid: `WT${String(digit).padStart(32, '0')}`,
});
const fetchedAt = (time: number): TaskRecord => ({
  fetched: { text: '{"assignment_status":"pending"}', fetchedAt: time },
  fetching: false,
});
const notFound: TaskRecord = {
  ...{ failure: { kind: 'notFound', host: 'localhost', prefix: 'WT' }, failedAt: 9 },
  fetching: false,
};
const listed = (tasks: RecentTasks) =>
  tasks
    .list()
    .map(({ task, pinned }) => `${pinned ? '*' : ''}${Number(task.taskSid.slice(2))}`)
    .join(' ');

/** Recent Tasks, of which those with these digits were fetched, one per second. */
function fetched(...digits: readonly number[]): RecentTasks {
  const tasks = new RecentTasks([], []);
  for (const [index, digit] of digits.entries()) tasks.update(taskOf(digit), fetchedAt(index + 1));
  return tasks;
}

describe('RecentTasks', () => {
  it('lists fetched Tasks, the latest first, each once', () => {
    const tasks = fetched(1, 2, 3);
    assert.equal(listed(tasks), '3 2 1');
    assert.equal(tasks.update(taskOf(1), fetchedAt(10)), true);
    assert.equal(listed(tasks), '1 3 2');
    const [first] = tasks.list();
    assert.deepEqual(first?.known, { summary: { status: 'pending' }, fetchedAt: 10 });
  });

  it('starts with the pinned Tasks in order, before the fetched ones', () => {
    const known = [4, 2, 5].map((digit, index) => ({ task: taskOf(digit), fetchedAt: 9 - index }));
    const tasks = new RecentTasks([taskOf(1), taskOf(2), taskOf(3)], known);
    assert.equal(listed(tasks), '*1 *2 *3 4 5');
    assert.deepEqual(tasks.pins, [taskOf(1), taskOf(2), taskOf(3)]);
    assert.deepEqual(
      tasks.list().map((one) => one.known?.fetchedAt),
      [...[undefined, 8, undefined], ...[9, 7]],
    );
    assert.ok(tasks.list().every(({ deleted }) => !deleted));
  });

  it('marks fetched Tasks with the earlier host of their profile', () => {
    const tasks = fetched(1, 2);
    tasks.update(taskOf(3, 'other'), fetchedAt(9));
    tasks.pin(taskOf(4));
    const acme = (host: string): Profile => ({
      ...{ id: 'acme', name: 'Acme', origin: 'environment', sid: 'SK1' },
      apiBaseUrl: `https://${host}`,
    });
    const left = () =>
      tasks
        .list()
        .map(
          ({ task, formerProfile: { apiBaseUrl = '' } = {} }) =>
            `${task.taskSid.slice(-1)} ${apiBaseUrl}`,
        );
    tasks.leaveHost(acme('old.example'));
    tasks.leaveHost(acme('older.example'), acme('new.example'));
    assert.deepEqual(left(), ['4 ', '3 ', '2 https://old.example', '1 https://old.example']);
    const shown = { profile: 'env', present: presenter(false), now: 0, clock: String };
    const row = describeRecentTask(tasks.list().at(-1) ?? assert.fail(), shown);
    assert.match(plainLine(row.description), /profile env · on old\.example/);
    assert.equal(row.context, 'left', 'nothing on it asks the other host');
    tasks.update(taskOf(1), fetchedAt(10));
    assert.deepEqual(left(), ['4 ', '1 ', '3 ', '2 https://old.example'], 'fetched anew');
    tasks.leaveHost(acme('new.example'), acme('old.example'));
    assert.deepEqual(left(), ['4 ', '1 https://new.example', '3 ', '2 '], 'the profile is back');
  });

  it('puts a pinned Task first, keeps it there when fetched, and moves it back when unpinned', () => {
    const tasks = fetched(1, 2, 3);
    tasks.pin(taskOf(1));
    tasks.pin(taskOf(2));
    assert.equal(listed(tasks), '*2 *1 3');
    tasks.update(taskOf(1), fetchedAt(10));
    tasks.pin(taskOf(1));
    assert.equal(listed(tasks), '*2 *1 3');
    tasks.unpin(taskOf(2));
    assert.equal(listed(tasks), '*1 3 2');
    tasks.unpin(taskOf(1));
    assert.equal(listed(tasks), '1 3 2');
  });

  it('puts the last pinned Task first, whenever it was fetched', () => {
    const tasks = fetched(1, 2, 3);
    for (const digit of [3, 1, 2]) tasks.pin(taskOf(digit));
    assert.equal(listed(tasks), '*2 *1 *3');
    tasks.pin(taskOf(3));
    assert.equal(listed(tasks), '*2 *1 *3');
  });

  it('adds the facts of a pinned Task once it is fetched', () => {
    const tasks = new RecentTasks([taskOf(1)], []);
    assert.equal(tasks.update(taskOf(1), fetchedAt(5)), true);
    assert.equal(tasks.list()[0]?.known?.fetchedAt, 5);
  });

  it('pins a Task without a fetch, and removes it when unpinned', () => {
    const tasks = fetched(1);
    tasks.pin(taskOf(7));
    assert.equal(listed(tasks), '*7 1');
    assert.equal(tasks.list()[0]?.deleted, false);
    tasks.unpin(taskOf(7));
    tasks.unpin(taskOf(8));
    assert.equal(listed(tasks), '1');
  });

  it('ignores the case of digits in SIDs', () => {
    const tasks = new RecentTasks([], []);
    const [lower, upper] = ['WTa', 'WTA'].map((start) => ({
      ...taskOf(0),
      taskSid: start + '0'.repeat(31),
    })) as [ProfiledTask, ProfiledTask];
    tasks.update(lower, fetchedAt(1));
    tasks.update(upper, fetchedAt(2));
    tasks.pin(upper);
    assert.deepEqual(tasks.pins, [lower]);
    tasks.remove(upper);
    assert.equal(listed(tasks), '');
  });

  it('keeps the latest hundred and every pinned Task', () => {
    const digits = Array.from({ length: 150 }, (_, index) => index + 1);
    const tasks = fetched(...digits.slice(0, 10));
    tasks.pin(taskOf(1));
    for (const digit of digits.slice(10)) tasks.update(taskOf(digit), fetchedAt(digit));
    assert.equal(listed(tasks), ['*1', ...digits.slice(50).toReversed()].join(' '));
    tasks.unpin(taskOf(1));
    assert.equal(tasks.list().length, 100);
  });

  it('marks a Task as deleted once, and removes the mark when it is found', () => {
    const tasks = fetched(1, 2);
    assert.equal(tasks.update(taskOf(1), { ...fetchedAt(1), ...notFound }), true);
    assert.equal(tasks.update(taskOf(1), notFound), false);
    assert.deepEqual(
      tasks.list().map(({ deleted }) => deleted),
      [false, true],
    );
    assert.equal(tasks.update(taskOf(1), fetchedAt(20)), true);
    assert.equal(listed(tasks), '1 2');
    assert.equal(tasks.list()[0]?.deleted, false);
  });

  const nothingNew: [
    what: string,
    resource: ProfiledTask & { sid?: string },
    record: TaskRecord | undefined,
  ][] = [
    ['no record', taskOf(1), undefined],
    ['a record of nothing', taskOf(1), { fetching: false }],
    ['a fetch under way', taskOf(1), { ...fetchedAt(50), fetching: true }],
    ['the fetch that it knows', taskOf(1), fetchedAt(1)],
    [
      'a failure',
      taskOf(1),
      { ...fetchedAt(50), failure: { kind: 'server', host: '', status: 500 }, failedAt: 60 },
    ],
    ['a Task that never was there', taskOf(9), notFound],
    ['a reservation', { ...taskOf(1), sid: `WR${'0'.repeat(32)}` }, fetchedAt(50)],
  ];
  for (const [what, resource, record] of nothingNew) {
    it(`is not changed by ${what}`, () => {
      const tasks = fetched(1, 2);
      assert.equal(tasks.update(resource, record), false);
      assert.equal(listed(tasks), '2 1');
    });
  }

  it('drops the fetched and pinned Tasks of a profile, and no others', () => {
    const tasks = new RecentTasks([taskOf(1), taskOf(2, 'env')], []);
    tasks.update(taskOf(3), fetchedAt(1));
    tasks.update(taskOf(3, 'env'), fetchedAt(2));
    tasks.dropProfile('acme');
    assert.deepEqual(
      tasks.list().map(({ task }) => task),
      [taskOf(2, 'env'), taskOf(3, 'env')],
    );
  });
});

describe('describeRecentTask', () => {
  const shown = {
    profile: 'Acme',
    present: presenter(false),
    now: 0,
    clock: (time: number) => `at ${time}`,
  };
  const summary = { status: 'pending', queueName: '+15005550006' };
  const known = { summary, fetchedAt: 5 };
  const rows: [
    what: string,
    recent: { pinned: boolean; deleted: boolean; known?: typeof known },
    label: string,
    description: string,
    icon: string,
    context: string,
  ][] = [
    [
      ...([
        'one that was fetched',
        { pinned: false, deleted: false, known },
        'WT…00000001',
      ] as const),
      ...(['+15005550006 · profile Acme · fetched at 5', 'clockface', 'recent'] as const),
    ],
    [
      ...(['a pin', { pinned: true, deleted: false }, 'WT…00000001'] as const),
      ...(['not fetched yet · profile Acme', 'pinned', 'recent.pinned'] as const),
    ],
    [
      ...(['a pin that is gone', { pinned: true, deleted: true }, 'WT…00000001'] as const),
      ...(['no longer found · profile Acme', 'pinned', 'recent.pinned.over'] as const),
    ],
    [
      ...(['one that is gone', { pinned: false, deleted: true, known }, 'WT…00000001'] as const),
      'deleted since · +15005550006 · profile Acme · fetched at 5',
      ...(['trash', 'recent.over'] as const),
    ],
  ];
  for (const [what, recent, label, description, icon, context] of rows) {
    it(`shows ${what}`, () => {
      const row = describeRecentTask({ task: taskOf(1), ...recent }, shown);
      assert.deepEqual([plainLine(row.label), plainLine(row.description)], [label, description]);
      assert.deepEqual([row.icon?.name, row.context, row.opens], [icon, context, 'never']);
      for (const fact of [...row.label, ...row.description].map((one) => plainLine([one]))) {
        assert.ok(plainLine(row.spoken).includes(fact), `${fact} is not said`);
      }
    });
  }

  it('says that a Task is watched, or was before the window was reloaded', () => {
    const recent = { task: taskOf(1), pinned: false, deleted: false };
    const before = describeRecentTask(recent, { ...shown, watch: 'before' });
    assert.match(plainLine(before.description), /^watched before the reload · /);
    assert.equal(before.context, 'recent.before');
    const watched = describeRecentTask({ ...recent, known }, { ...shown, watch: 'watching' });
    assert.match(plainLine(watched.description), /^watched · /);
  });

  it('names the status of a pinned Task, whose icon is a pin, and only another profile', () => {
    const summary = { status: 'pending' };
    const recent = {
      ...{ task: taskOf(1), pinned: true, deleted: false },
      known: { summary, fetchedAt: 5 },
    };
    const row = describeRecentTask(recent, { ...shown, isActive: true });
    assert.equal(plainLine(row.description), 'Pending · fetched at 5');
    assert.match(plainLine(row.spoken), /Pending.*pinned · profile Acme/);
    assert.deepEqual(row.icon, { name: 'pinned', color: 'charts.yellow' });
  });

  it('has an accessible label for a row without facts', () => {
    const row = describeRecentTask({ task: taskOf(1), pinned: false, deleted: false }, shown);
    assert.match(plainLine(row.spoken), /^Task\b.*WT…00000001.*not fetched yet/);
  });

  it('masks private data in privacy mode', () => {
    const recent = { task: taskOf(1), pinned: false, deleted: false, known };
    const row = describeRecentTask(recent, { ...shown, present: presenter(true) });
    assert.doesNotMatch(JSON.stringify(row), /5550006/);
  });
});

describe('filterRecentTasks', () => {
  const summary = { status: 'pending', channelName: 'voice', queueName: 'Billing (Spanish)' };
  const one = {
    ...{ task: taskOf(1), pinned: false, deleted: false },
    known: { summary, fetchedAt: 5 },
  };
  const other = { task: taskOf(2), pinned: true, deleted: false };

  for (const [text, found] of [
    ['', [one, other]],
    ['VOICE bill', [one]],
    ['00002', [other]],
    ['voice 00002', []],
  ] as const) {
    it(`finds ${found.length} of 2 Tasks by ${JSON.stringify(text)}`, () => {
      assert.deepEqual(filterRecentTasks([one, other], text), found);
    });
  }
});
