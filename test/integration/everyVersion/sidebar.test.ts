import assert from 'node:assert/strict';
import { commands, extensions, window, type Uri } from 'vscode';
import { DOUBLE_CLICK_MS } from '../../../src/core/tree/rowRuns.ts';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import { ChangedSettings } from '../../support/suite/changedSettings.ts';
import { openFile } from '../../support/suite/files.ts';
import { hoverAt, plainHover } from '../../support/suite/hovers.ts';
import { server, startAfresh, taskTabs } from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const NAME = 'Acme Contact Centre';
const workspaceSid = sampleSid('WS', NAME);
const taskSid = sidIn({ name: NAME }, 'WT', 'waiting-invoice');
const path = `/v1/Workspaces/${workspaceSid}/Tasks/${taskSid}`;
const D = '0123456789abcdef0123456789abcdef';

/** The fields of a row of the side bar that commands use. */
const row = { workspaceSid, taskSid, profile: 'env' };

const run = (command: string, argument?: unknown) =>
  commands.executeCommand<Uri | undefined>(command, argument);
const asked = async () => (await server.requests()).map(({ path: one }) => one);

describe('A command of the side bar', () => {
  before(() => extensions.getExtension('taskrouter-lens.taskrouter-lens')?.activate());
  beforeEach(startAfresh);
  after(startAfresh);

  const list = { kind: 'status', id: `env/${workspaceSid}/pending`, ...row, status: 'pending' };
  const foreign: [what: string, argument: unknown][] = [
    ['a number', 7],
    ['a text', 'env'],
    ['an empty object', {}],
    ['an array', [row]],
    ['what looks like a Task', row],
    [
      'what looks like Load More',
      { kind: 'more', id: `${list.id}/more`, profile: 'env', list, count: 50 },
    ],
    ['what looks like a failure', { kind: 'failure', id: 'env/failure', profile: 'env', of: list }],
    ['what looks like a Workspace', { kind: 'workspace', id: `env/${workspaceSid}`, ...row }],
  ];
  for (const command of [
    'taskrouter.loadMoreTasks',
    '_taskrouter.retryRow',
    'taskrouter.filterTasks',
  ]) {
    for (const [what, argument] of foreign) {
      it(`refuses ${what}, sends no request, and settles: ${command}`, async () => {
        assert.equal(await run(command, argument), undefined);
        assert.deepEqual(await asked(), []);
      });
    }
  }

  for (const command of [
    '_taskrouter.pinTask',
    '_taskrouter.unpinTask',
    '_taskrouter.removeTask',
  ]) {
    for (const [what, argument] of [
      ['nothing', undefined],
      ['a number', 7],
      ['an empty object', {}],
      ['SIDs that are none', { workspaceSid: 'WS1', taskSid: 'WT1', profile: 'env' }],
      ['a Task of no Workspace', { taskSid, profile: 'env' }],
      ['a Task of no profile', { workspaceSid, taskSid }],
      ['a profile that is none', { ...row, profile: 'nobody' }],
    ] as const) {
      it(`does nothing with ${what}: ${command}`, async () => {
        assert.equal(await run(command, argument), undefined);
        assert.deepEqual(await asked(), []);
      });
    }
  }

  it('opens the Task of a row as JSON', async () => {
    const uri = await run('taskrouter.openTaskJson', row);
    assert.equal(uri?.toString(), `taskrouter://env/${workspaceSid}/${taskSid}.json`);
    assert.deepEqual(await asked(), [path]);
  });

  it('refreshes the Task of a row without a document, and opens none', async () => {
    const uri = await run('taskrouter.refreshTask', row);
    assert.equal(uri?.toString(), `taskrouter://env/${workspaceSid}/${taskSid}.json`);
    assert.deepEqual(await asked(), [path]);
    assert.equal(taskTabs(), 0);
  });

  for (const command of [
    'taskrouter.openTaskJson',
    'taskrouter.refreshTask',
    '_taskrouter.openResource',
  ]) {
    it(`refuses a row of an unknown profile: ${command}`, async () => {
      const argument = { ...row, sid: taskSid, profile: 'nobody' };
      assert.equal(await run(command, argument), undefined);
      assert.deepEqual(await asked(), []);
      assert.equal(taskTabs(), 0);
    });
  }

  it('opens a Task that is being refreshed meanwhile, with one request', async () => {
    await server.fault({ match: taskSid, delayMs: 300 });
    const [opened, refreshed] = await Promise.all([
      run('taskrouter.openTaskJson', row),
      run('taskrouter.refreshTask', row),
    ]);
    assert.equal(opened?.toString(), refreshed?.toString());
    assert.deepEqual(await asked(), [path]);
    assert.equal(taskTabs(), 1);
  });
});

describe('A row of the side bar', () => {
  const other = { ...row, taskSid: sidIn({ name: NAME }, 'WT', 'refund-call') };
  const third = { ...row, taskSid: sidIn({ name: NAME }, 'WT', 'feedback') };
  const open = (argument: object) => run('_taskrouter.openRow', argument);
  const openDouble = (argument: object) => Promise.all([open(argument), open(argument)]);
  /** A double-click of which the second run comes when the row is shown, unless that took too long. */
  const openTwice = async (argument: object) => {
    let startedAt: number;
    do {
      startedAt = Date.now();
      await open(argument);
    } while (Date.now() - startedAt >= DOUBLE_CLICK_MS);
    return open(argument);
  };
  const settings = new ChangedSettings();
  const tabs = () => window.tabGroups.all.flatMap((group) => group.tabs);
  /** Waits until the active tab is that of a Task, and there are this many in all. */
  const shows = ({ taskSid: sid }: { readonly taskSid: string }, count: number) =>
    waitFor(() => {
      const active = tabs().find(({ isActive }) => isActive);
      return active?.label.includes(sid.slice(-8)) === true && tabs().length === count;
    });

  beforeEach(startAfresh);
  after(async () => {
    await settings.dispose();
    await startAfresh();
  });

  it('leaves the tab to the row that was opened after it, even if its Task comes later', async () => {
    await server.fault({ match: taskSid, delayMs: 300 });
    const late = open(row);
    await open(other);
    await late;
    await shows(other, 1);
  });

  for (const [what, openTaskAs] of [
    ['document', 'json'],
    ['page', 'details'],
  ] as const) {
    it(`opens its ${what} in the tab of the row before, and keeps it after a double-click`, async () => {
      await settings.set('taskrouter.openTaskAs', openTaskAs);
      await open(row);
      await shows(row, 1);
      await open(other);
      await shows(other, 1);
      await openDouble(row);
      await shows(row, 2);
      await open(third);
      await shows(third, 2);
      assert.ok(tabs().some(({ label }) => label.includes(taskSid.slice(-8))));
    });

    it(`keeps its ${what} if that is shown before the second click`, async () => {
      await settings.set('taskrouter.openTaskAs', openTaskAs);
      await openTwice(row);
      await shows(row, 1);
      await open(third);
      await shows(third, 2);
    });
  }
});

describe('A hover', () => {
  before(startAfresh);
  after(startAfresh);

  for (const prefix of ['CA', 'CF', 'CH', 'SM', 'MM', 'IM']) {
    it(`leads from ${prefix} to the Tasks that have it in their attributes`, async () => {
      const document = await openFile('.log', `${prefix}${D}`);
      assert.match(await plainHover(document, 5), /Find Task/);
      const text = (await hoverAt(document, 5)).map(({ value }) => value).join('\n');
      const [, argument = ''] = /command:taskrouter\.findTasks\?([^)\s]+)/.exec(text) ?? [];
      assert.deepEqual(JSON.parse(decodeURIComponent(argument)), [`${prefix}${D}`]);
    });
  }

  for (const prefix of ['WT', 'WS', 'WQ', 'WK', 'WR', 'AC', 'PN']) {
    it(`leads from ${prefix} to no such Tasks`, async () => {
      const document = await openFile('.log', `${prefix}${D}`);
      const said = await plainHover(document, 5);
      assert.match(said, /SID/);
      assert.doesNotMatch(said, /Find Task/);
    });
  }
});
