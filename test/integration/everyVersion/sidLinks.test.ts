import assert from 'node:assert/strict';
import {
  commands,
  extensions,
  window,
  workspace,
  type DocumentLink,
  type TextDocument,
  type Uri,
} from 'vscode';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import { openFile } from '../../support/suite/files.ts';
import {
  activeTaskDocument,
  fetchTask,
  server,
  serverUrl,
  startAfresh,
} from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const NAME = 'Acme Contact Centre';
const WORKSPACE = sampleSid('WS', NAME);
const TASK = sidIn({ name: NAME }, 'WT', 'call-in-progress');
const QUEUE = sidIn({ name: NAME }, 'WQ', 'Support');
const TASK_URL = `${serverUrl}/v1/Workspaces/${WORKSPACE}/Tasks/${TASK}`;

/** The links of a document, with their text, tooltip and target. */
async function linksOf(document: TextDocument) {
  const links = await commands.executeCommand<DocumentLink[]>(
    'vscode.executeLinkProvider',
    document.uri,
  );
  return links.map(({ range, tooltip, target }) => ({
    text: document.getText(range),
    tooltip,
    target,
  }));
}

/** Runs the command of a link, like a click. */
async function follow(target: Uri | undefined): Promise<string> {
  assert.equal(target?.scheme, 'command');
  const [argument] = JSON.parse(target.query) as unknown[];
  return String(await commands.executeCommand(target.path, argument));
}

const addressOf = (...sids: readonly string[]) => `taskrouter://env/${sids.join('/')}.json`;

describe('Links on SIDs', () => {
  // VS Code asks again once the extension is active. These tests ask only once.
  before(() => extensions.getExtension('taskrouter-lens.taskrouter-lens')?.activate());
  beforeEach(startAfresh);
  after(startAfresh);

  it('open in a log the Task, the resource, and the resource of an API URL', async () => {
    const log = await openFile('.log', `${TASK} ${WORKSPACE}\n${QUEUE}\nGET ${TASK_URL} 200\n`);
    const ours = (await linksOf(log)).filter(({ target }) => target?.scheme === 'command');
    assert.deepEqual(
      ours.map(({ text, tooltip }) => [text, tooltip]),
      [
        [TASK, 'Fetch Task'],
        [WORKSPACE, 'Open Workspace'],
        [QUEUE, 'Open TaskQueue'],
        [TASK_URL, 'Fetch Task'],
      ],
    );
    const led: string[] = [];
    for (const { target } of ours) led.push(await follow(target));
    assert.deepEqual(led, [
      addressOf(WORKSPACE, TASK),
      addressOf(WORKSPACE),
      addressOf(WORKSPACE, QUEUE),
      addressOf(WORKSPACE, TASK),
    ]);
  });

  it('are in Output with any language', async () => {
    const channels = [
      window.createOutputChannel('plain'),
      window.createOutputChannel('own', 'ini'),
    ];
    try {
      for (const channel of channels) {
        const language = channel.name === 'plain' ? 'Log' : 'ini';
        channel.appendLine(`routed ${TASK}`);
        channel.show();
        const shown = () =>
          workspace.textDocuments.find(
            ({ uri, languageId }) => uri.scheme === 'output' && languageId === language,
          );
        await waitFor(() => shown()?.getText().includes(TASK) === true);
        const output = shown();
        assert.ok(output !== undefined);
        const links = await linksOf(output);
        assert.deepEqual(
          links.map(({ text, tooltip }) => [text, tooltip]),
          [[TASK, 'Fetch Task']],
        );
      }
    } finally {
      for (const channel of channels) channel.dispose();
      await commands.executeCommand('workbench.action.closePanel');
    }
  });

  it('are not in code, where a click has another meaning', async () => {
    const code = await openFile('.js', `const sid = '${TASK}';\n`);
    assert.deepEqual(await linksOf(code), []);
  });

  it('open from a Task all of its resources, and in the browser what has no document', async () => {
    await fetchTask(`${WORKSPACE}/${TASK}`);
    const document = activeTaskDocument();
    const asked = (await server.requests()).length;
    const links = await linksOf(document);
    assert.equal((await server.requests()).length, asked, 'links asked the network');
    const fields = JSON.parse(document.getText()) as Record<string, string> & {
      links: Record<string, string>;
    };
    const targetOf = (text: string | undefined) => links.find((link) => link.text === text)?.target;
    assert.equal(targetOf(TASK), undefined);
    assert.equal(targetOf(fields.links['reservations'])?.scheme, 'http');
    for (const [name, prefix] of [
      ['task_queue', 'WQ'],
      ['workflow', 'WW'],
    ] as const) {
      const sid = fields[`${name}_sid`] ?? '';
      assert.ok(sid.startsWith(prefix));
      assert.equal(await follow(targetOf(sid)), addressOf(WORKSPACE, sid));
      assert.equal(await follow(targetOf(fields.links[name])), addressOf(WORKSPACE, sid));
    }
    assert.equal(await follow(targetOf(fields['url'])), addressOf(WORKSPACE, TASK));
    assert.equal(await follow(targetOf(fields.links['workspace'])), addressOf(WORKSPACE));
  });
});
