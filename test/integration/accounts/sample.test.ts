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

/** Chooses the first of all profiles in the list, which is that of the environment here. */
async function switchToFirst(): Promise<void> {
  // Its view would ask for the Workspaces of that profile.
  await commands.executeCommand('workbench.action.closeSidebar');
  for (let chosen: string | undefined; chosen !== 'env';) {
    const choosing = commands.executeCommand<string | undefined>('taskrouter.switchProfile');
    const timer = setInterval(() => {
      void commands
        .executeCommand('quickInput.first')
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
    // Whatever a test of the sample did, the server of the suite, which has such Tasks too, was not
    // asked.
    assert.deepEqual(await allRequests(), []);
  });

  it('is read by whoever names its profile, without having chosen it', async () => {
    const uri = await fetchTask({ workspaceSid: WORKSPACE, taskSid: TASK, profile: 'sample' });
    assert.equal(uri?.toString(), addressOf(WORKSPACE, TASK));
    assert.match(
      await lineAbove(uri),
      /^Pending · .+ · profile Sample · .+ \| Refresh \| Show Raw \| Open in Console$/,
    );
  });

  describe('once it is explored', () => {
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

    it('has no Task of an account, and opens none', async () => {
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

    it('leads from a Task to what it names, and from there on', async () => {
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

    it('is what a hover says that a Task is of', async () => {
      await fetchTask(`${WORKSPACE}/${TASK}`);
      const log = await openFile('.log', TASK);
      assert.match(await plainHover(log, 5), /Pending · .+ · profile Sample · fetched /);
    });

    it('has no page in the Console, and so no editor or browser is opened for it', async () => {
      const uri = await fetchTask(`${WORKSPACE}/${TASK}`);
      assert.equal(await commands.executeCommand('taskrouter.openInConsole', uri), undefined);
      assert.equal(activeTaskDocument().uri.toString(), uri?.toString());
    });

    it('takes no argument, and stays as it is when it is explored again', async () => {
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

  it('is left by choosing another profile', async () => {
    await explore();
    await switchToFirst();
    const uri = await fetchTask(`${WORKSPACE}/${TASK}`);
    assert.equal(uri?.authority, 'env');
    assert.deepEqual(await allRequests(), [apiPath]);
    await server.reset();
  });
});
