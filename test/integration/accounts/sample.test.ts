import assert from 'node:assert/strict';
import { commands, extensions, Uri, window, type DocumentLink } from 'vscode';
import { sampleProfile } from '../../../src/core/profiles/profile.ts';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import { openFile } from '../../support/suite/files.ts';
import { plainHover } from '../../support/suite/hovers.ts';
import {
  activeTaskDocument,
  fetchTask,
  lineAbove,
  server,
  startAfresh,
  taskTabs,
  waitForText,
} from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const NAME = 'Acme Contact Centre';
const WORKSPACE = sampleSid('WS', NAME);
const OTHER_WORKSPACE = sampleSid('WS', 'Acme Back Office');
const TASK = sidIn({ name: NAME }, 'WT', 'waiting-invoice');
const QUEUE = sidIn({ name: NAME }, 'WQ', 'Billing (Spanish)');
const { apiBaseUrl } = sampleProfile('Sample');
const apiPath = `/v1/Workspaces/${WORKSPACE}/Tasks/${TASK}`;

const addressOf = (...sids: readonly string[]) => `taskrouter://sample/${sids.join('/')}.json`;
const explore = (argument?: unknown) =>
  commands.executeCommand('taskrouter.exploreSample', argument);
const allRequests = async () => (await server.requests()).map(({ path }) => path);

/** Selects the first profile in the list, which is the environment's. */
async function switchToFirst(): Promise<void> {
  // Otherwise, its view would list the Workspaces of that profile.
  await commands.executeCommand('workbench.action.closeSidebar');
  await switchBy('quickInput.first', 'env');
}

/** Selects a row of the list of profiles. */
async function switchBy(focusRow: string, expected: string): Promise<void> {
  for (let chosen: string | undefined; chosen !== expected;) {
    const choosing = commands.executeCommand<string | undefined>('taskrouter.switchProfile');
    const timer = setInterval(() => {
      void commands
        .executeCommand(focusRow)
        .then(() => commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem'));
    }, 20);
    chosen = await choosing;
    clearInterval(timer);
  }
}

describe('The sample workspace', () => {
  before(() => extensions.getExtension('taskrouter-lens.taskrouter-lens')?.activate());
  beforeEach(startAfresh);
  afterEach(async () => {
    // The sample must not send requests to the suite's server, which has such Tasks as well.
    assert.deepEqual(await allRequests(), []);
  });

  it('can be used by naming its profile, without activating it', async () => {
    const uri = await fetchTask({ workspaceSid: WORKSPACE, taskSid: TASK, profile: 'sample' });
    assert.equal(uri?.toString(), addressOf(WORKSPACE, TASK));
    assert.match(
      await lineAbove(uri),
      /^Pending · .+ · profile Sample · .+ \| Refresh \| Details \| Show Raw$/,
    );
  });

  describe('after Explore Sample Workspace', () => {
    before(async () => {
      assert.equal(await explore(), undefined);
    });
    after(switchToFirst);

    const named: [kind: string, argument: unknown][] = [
      ['a SID alone', TASK],
      ['WS…/WT…', `${WORKSPACE}/${TASK}`],
      ['an address on its host', `${apiBaseUrl}${apiPath}`],
      ['a path of the API', apiPath],
      ['the Uri of its document', Uri.parse(addressOf(WORKSPACE, TASK))],
    ];
    for (const [kind, argument] of named) {
      it(`opens a Task named by ${kind}`, async () => {
        assert.equal((await fetchTask(argument))?.toString(), addressOf(WORKSPACE, TASK));
        assert.match(activeTaskDocument().getText(), /"customer_id": 9007199254740993,/);
      });
    }

    it('finds a Task of its other Workspace', async () => {
      const taskSid = sidIn({ name: 'Acme Back Office' }, 'WT', 'water-damage');
      assert.equal((await fetchTask(taskSid))?.toString(), addressOf(OTHER_WORKSPACE, taskSid));
    });

    it('has no Tasks of an account', async () => {
      assert.equal(await fetchTask(`WT${'0'.repeat(32)}`), undefined);
      assert.equal(await fetchTask(`https://taskrouter.twilio.com${apiPath}`), undefined);
      assert.equal(taskTabs(), 0);
    });

    it('is refreshed, and shown raw and decoded, in place', async () => {
      const uri = await fetchTask(`${WORKSPACE}/${TASK}`);
      const refreshed = await commands.executeCommand<Uri>('taskrouter.refreshTask');
      assert.equal(refreshed.toString(), uri?.toString());
      await commands.executeCommand('taskrouter.toggleAttributes');
      await waitForText((text) => text.includes('"attributes": "{'));
      await commands.executeCommand('taskrouter.toggleAttributes');
      await waitForText((text) => text.includes('"attributes": {'));
    });

    it('has links from a Task to its resources, and onwards', async () => {
      const uri = await fetchTask(`${WORKSPACE}/${TASK}`);
      const document = activeTaskDocument();
      const links = await commands.executeCommand<DocumentLink[]>(
        'vscode.executeLinkProvider',
        uri,
      );
      const follow = async (text: string) => {
        const target = links.find(({ range }) => document.getText(range) === text)?.target;
        assert.equal(target?.scheme, 'command', text);
        const [argument] = JSON.parse(target.query) as unknown[];
        return String(await commands.executeCommand(target.path, argument));
      };
      assert.equal(await follow(QUEUE), addressOf(WORKSPACE, QUEUE));
      assert.equal(await follow(`${apiBaseUrl}${apiPath}`), addressOf(WORKSPACE, TASK));
      assert.equal(await follow(`${apiBaseUrl}/v1/Workspaces/${WORKSPACE}`), addressOf(WORKSPACE));
    });

    it('is named in the hover of its Tasks', async () => {
      await fetchTask(`${WORKSPACE}/${TASK}`);
      const log = await openFile('.log', TASK);
      assert.match(await plainHover(log, 5), /Pending · .+ · profile Sample · fetched /);
    });

    it('has no pages in the Console, so that no browser opens', async () => {
      const uri = await fetchTask(`${WORKSPACE}/${TASK}`);
      assert.equal(await commands.executeCommand('taskrouter.openInConsole', uri), undefined);
      assert.equal(activeTaskDocument().uri.toString(), uri?.toString());
    });

    it('ignores arguments, and does not change when it is explored again', async () => {
      const uri = await fetchTask(`${WORKSPACE}/${TASK}`);
      const created = () =>
        (JSON.parse(activeTaskDocument().getText()) as { date_created: string }).date_created;
      const before = created();
      for (const argument of [{ profile: 'env' }, 'env', undefined]) {
        assert.equal(await explore(argument), undefined);
      }
      assert.equal((await fetchTask(TASK))?.toString(), uri?.toString());
      assert.equal(created(), before);
      assert.equal(window.activeTextEditor?.document.uri.toString(), uri?.toString());
    });
  });

  it('opens its first waiting Task from the list of profiles, too', async () => {
    await switchBy('quickInput.last', 'sample');
    const tab = () => window.tabGroups.activeTabGroup.activeTab;
    // A new page gets its title a moment later.
    await waitFor(() => tab()?.label.includes('d4b53005') === true);
    await switchToFirst();
  });

  it('is no longer active after switching the profile', async () => {
    await explore();
    await switchToFirst();
    const uri = await fetchTask(`${WORKSPACE}/${TASK}`);
    assert.equal(uri?.authority, 'env');
    assert.deepEqual(await allRequests(), [apiPath]);
    await server.reset();
  });
});
