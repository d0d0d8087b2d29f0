import assert from 'node:assert/strict';
import { commands, ConfigurationTarget, Uri, window, workspace } from 'vscode';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import {
  fetchTask,
  isNotFetched,
  isWithoutPages,
  lineAbove,
  server,
  serverUrl,
  startAfresh,
  taskTabs,
  waitUntilForgotten,
  waitForPages,
} from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
const TASK = 'WT0000000000000000000000000000d001';
const OTHER = 'WT0000000000000000000000000000d002';
const uriOf = (taskSid: string) => Uri.parse(`taskrouter://env/${WORKSPACE}/${taskSid}.json`);
const URI = uriOf(TASK);
const pair = { workspaceSid: WORKSPACE, taskSid: TASK };

const openDetails = (argument?: unknown) =>
  commands.executeCommand<Uri | undefined>('taskrouter.openTaskDetails', argument);
const openJson = (argument?: unknown) =>
  commands.executeCommand<Uri | undefined>('taskrouter.openTaskJson', argument);
const textOf = async (uri: Uri) => new TextDecoder().decode(await workspace.fs.readFile(uri));
const shownText = () => window.activeTextEditor?.document.getText() ?? '';
const set = (value: string | undefined) =>
  workspace.getConfiguration('taskrouter').update('openTaskAs', value, ConfigurationTarget.Global);
const reads = async (taskSid = TASK) =>
  (await server.requests()).filter(({ path }) => path.endsWith(`/Tasks/${taskSid}`)).length;

describe('Open Task Details', () => {
  beforeEach(async () => {
    await startAfresh();
    for (const taskSid of [TASK, OTHER]) {
      const body = { sid: taskSid, assignment_status: 'assigned', attributes: '{"a":1}' };
      await server.putTask(WORKSPACE, taskSid, JSON.stringify(body));
    }
  });
  after(startAfresh);

  const path = `/v1/Workspaces/${WORKSPACE}/Tasks/${TASK}`;
  const named: [kind: string, argument: unknown][] = [
    ['SIDs', pair],
    ['SIDs and a profile', { ...pair, profile: 'env' }],
    ['what a row of the sidebar is', { ...pair, profile: 'env', kind: 'task', label: 'x' }],
    ['WS…/WT…', `${WORKSPACE}/${TASK}`],
    ['an API URL', `${serverUrl}${path}`],
    ['the Uri of its document', URI],
    ['the Uri of an earlier fetch', URI.with({ query: 'fetch=1' })],
  ];
  for (const [kind, argument] of named) {
    it(`opens the page of the Task named by ${kind}, and returns the Uri of its document`, async () => {
      assert.equal((await openDetails(argument))?.toString(), URI.toString());
      await waitForPages(1);
      assert.deepEqual([taskTabs(), await reads()], [0, 1]);
    });
  }

  it('uses the Task of the active document or page without an argument, in both directions', async () => {
    await openJson(pair);
    assert.equal((await openDetails())?.toString(), URI.toString());
    await waitForPages(1);
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await waitForPages(0);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await openDetails(pair);
    await waitForPages(1);
    assert.equal((await openJson())?.toString(), URI.toString());
    assert.equal(window.activeTextEditor?.document.uri.toString(), URI.toString());
    assert.equal((await openJson())?.toString(), URI.toString());
    assert.equal(taskTabs(), 1);
  });

  it('shows at once what is in memory, while the server does not answer', async () => {
    const taskSid = 'WT0000000000000000000000000000d004';
    await server.putTask(WORKSPACE, taskSid, JSON.stringify({ sid: taskSid, priority: 1 }));
    await openJson({ workspaceSid: WORKSPACE, taskSid });
    await commands.executeCommand('workbench.action.closeAllEditors');
    await server.putTask(WORKSPACE, taskSid, JSON.stringify({ sid: taskSid, priority: 2 }));
    await server.fault({ delayMs: 1_500 });
    let isDone = false;
    const opening = openJson({ workspaceSid: WORKSPACE, taskSid }).then((uri) => {
      isDone = true;
      return uri;
    });
    await waitFor(() => shownText().includes('"priority": 1'));
    assert.equal(isDone, false);
    assert.match(await lineAbove(uriOf(taskSid)), /^\$\(sync\)\u00a0Fetching… \| .+ · fetched /);
    assert.equal((await opening)?.toString(), uriOf(taskSid).toString());
    await waitFor(() => shownText().includes('"priority": 2'));
  });

  const refused: [what: string, argument: unknown][] = [
    ['swapped SIDs', { workspaceSid: TASK, taskSid: WORKSPACE }],
    ['words', 'no Task here'],
    ['a number', 7],
    ['an empty list', []],
    ['a profile that does not exist', { ...pair, profile: 'nope' }],
    ['the document of another profile', URI.with({ authority: 'nope' })],
    ['an API URL of another host', `https://taskrouter.twilio.com${path}`],
    ['a malformed fetch', URI.with({ query: 'fetch=x' })],
  ];
  for (const [what, argument] of refused) {
    it(`refuses ${what}: no request, no page, and the command settles`, async () => {
      assert.equal(await openDetails(argument), undefined);
      assert.ok(await isWithoutPages());
      assert.equal(taskTabs(), 0);
      assert.deepEqual(await server.requests(), []);
    });
  }

  it('opens one page for each Task, however often, and fetches the Task each time', async () => {
    for (const taskSid of [TASK, OTHER, TASK]) await openDetails({ ...pair, taskSid });
    await waitForPages(2);
    assert.deepEqual([await reads(TASK), await reads(OTHER)], [2, 1]);
  });

  it('opens no page when the first fetch fails, and works the next time', async () => {
    const taskSid = 'WT0000000000000000000000000000d005';
    const first = { workspaceSid: WORKSPACE, taskSid };
    await server.putTask(WORKSPACE, taskSid, JSON.stringify({ sid: taskSid }));
    await server.fault({ status: 500 });
    assert.equal(await openDetails(first), undefined);
    assert.ok(await isWithoutPages());
    assert.notEqual(await openDetails(first), undefined);
  });

  it('fetches events and Reservations once for a visible page', async () => {
    await openDetails(pair);
    const lists = (kind: string) => (all: readonly { path: string; query: string }[]) =>
      all.filter(
        (one) => one.path.endsWith(`/${kind}`) && `${one.path}${one.query}`.includes(TASK),
      );
    await server.waitForRequests(
      (all) => lists('Events')(all).length > 0 && lists('Reservations')(all).length > 0,
    );
    await commands.executeCommand('taskrouter.refreshTask', URI);
    await openDetails({ ...pair, taskSid: OTHER });
    // The page is hidden behind the other by now, so that its data is not fetched. It learns that
    // from VS Code, after the command has settled.
    await waitFor(() => {
      const { activeTab } = window.tabGroups.activeTabGroup;
      return activeTab?.label.includes(OTHER.slice(-8)) === true;
    });
    await commands.executeCommand('workbench.action.focusActiveEditorGroup');
    const body = { sid: TASK, assignment_status: 'wrapping', date_updated: 'later' };
    await server.putTask(WORKSPACE, TASK, JSON.stringify(body));
    await commands.executeCommand('taskrouter.refreshTask', URI);
    const all = await server.requests();
    assert.deepEqual([lists('Events')(all).length, lists('Reservations')(all).length], [1, 1]);
    await openDetails(pair);
    await server.waitForRequests((later) => lists('Events')(later).length === 2);
  });

  it('opens the page of a deleted Task from its events, and returns nothing', async () => {
    const gone = sidIn({ name: 'Acme Contact Centre' }, 'WT', 'waiting-invoice');
    await server.removeTask(WORKSPACE, gone);
    const eventsRead = (all: readonly { path: string; query: string }[]) =>
      all.filter(({ path, query }) => path.endsWith('/Events') && query.includes(gone)).length;
    const reservationsRead = (all: readonly { path: string }[]) =>
      all.filter(({ path }) => path.endsWith(`/Tasks/${gone}/Reservations`)).length;
    assert.equal(await openDetails({ ...pair, taskSid: gone }), undefined);
    await waitForPages(1);
    await server.waitForRequests((all) => reservationsRead(all) > 0);
    // The page shows the events that the search for the Task has fetched.
    assert.equal(eventsRead(await server.requests()), 1);
    // It is not searched for again while its page is open.
    assert.equal(await openDetails({ ...pair, taskSid: gone }), undefined);
    await waitForPages(1);
    assert.equal(eventsRead(await server.requests()), 1);
  });

  it('opens nothing if nothing is left of a Task', async () => {
    await server.removeTask(WORKSPACE, TASK);
    assert.equal(await openDetails(pair), undefined);
    assert.ok(await isWithoutPages());
    assert.equal(taskTabs(), 0);
  });

  it('stops reading why a Task waits when its page is closed', async () => {
    const taskSid = 'WT0000000000000000000000000000d005';
    await server.putTask(
      WORKSPACE,
      taskSid,
      JSON.stringify({
        ...{ sid: taskSid, assignment_status: 'pending', attributes: '{}' },
        // Of another TaskQueue, the Workers may be known from the last half minute.
        task_queue_sid: 'WQ0000000000000000000000000000d005',
      }),
    );
    await server.fault({ match: '/Workers', hang: true, times: Infinity });
    await openDetails({ ...pair, taskSid });
    const reading = (all: readonly { path: string; aborted?: boolean }[]) =>
      all.filter(({ path: asked }) => asked.endsWith('/Workers'));
    await server.waitForRequests((all) => reading(all).length > 0);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await server.waitForRequests((all) => reading(all).every(({ aborted }) => aborted === true));
  });

  it('is what Fetch TaskRouter Task does if set; Open Task as JSON is unaffected', async () => {
    await set('details');
    try {
      assert.equal((await fetchTask(pair))?.toString(), URI.toString());
      await waitForPages(1);
      assert.equal(taskTabs(), 0);
      // For the active page.
      assert.equal((await openJson())?.toString(), URI.toString());
      await waitForPages(1);
      assert.equal(taskTabs(), 1);
      await set('something else');
      await fetchTask({ ...pair, taskSid: OTHER });
      await waitForPages(1);
      assert.equal(taskTabs(), 2);
    } finally {
      await set(undefined);
    }
  });

  describe('when its page is closed', () => {
    // A Task whose document no test opens, as VS Code keeps an opened document for minutes.
    const CLOSED = 'WT0000000000000000000000000000d003';
    const closed = uriOf(CLOSED);
    beforeEach(async () => {
      const body = { sid: CLOSED, assignment_status: 'assigned' };
      await server.putTask(WORKSPACE, CLOSED, JSON.stringify(body));
      await openDetails(closed);
      await waitForPages(1);
    });

    it('releases the fetched data', async () => {
      assert.ok(!isNotFetched(await textOf(closed)));
      await commands.executeCommand('workbench.action.closeAllEditors');
      await waitUntilForgotten(closed);
    });

    it('discards a refresh that is running', async () => {
      await server.fault({ delayMs: 300 });
      const refreshing = commands.executeCommand('taskrouter.refreshTask', closed);
      await server.waitForRequests(
        (all) => all.filter((one) => one.path.endsWith(CLOSED)).length > 1,
      );
      await commands.executeCommand('workbench.action.closeAllEditors');
      await refreshing;
      await waitUntilForgotten(closed);
    });

    it('keeps the data that its document shows', async () => {
      await openDetails(pair);
      await openJson(pair);
      await openDetails(pair);
      await waitForPages(2);
      await commands.executeCommand('workbench.action.closeActiveEditor');
      await waitForPages(1);
      assert.ok(!isNotFetched(await textOf(URI)));
    });
  });
});
