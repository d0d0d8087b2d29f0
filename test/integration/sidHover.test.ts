import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  Uri,
  window,
  workspace,
  type Hover,
  type MarkdownString,
  type TextDocument,
} from 'vscode';
import { sampleSid } from '../../src/sample/sampleSid.ts';
import { activeTaskDocument, fetchTask, server, startAfresh } from '../support/suite/taskSuite.ts';

const D = '0123456789abcdef0123456789abcdef';
const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
const TASK = 'WT0000000000000000000000000000b001';

/** What a hover says, without the links of its commands. */
async function hoverOn(document: TextDocument, text: string): Promise<string> {
  const position = document.positionAt(document.getText().indexOf(text) + 5);
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    position,
  );
  return hovers
    .flatMap(({ contents }) => contents as MarkdownString[])
    .map(({ value }) => value)
    .join('\n')
    .replace(/\((?:command|https):[^)]*\)/g, '')
    .replace(/\\(.)/g, '$1')
    .replaceAll('&nbsp;', ' ');
}

/** A SID or what nearly is one, and what its hover says; nothing where there is none. */
const cases: [text: string, ...said: string[]][] = [
  [
    `WT${D}`,
    'Task SID** · TaskRouter',
    'GET /v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}',
    'Fetch Task',
  ],
  [`WS${D}`, 'Workspace SID** · TaskRouter', 'Copy'],
  [`WQ${D}`, 'Task Queue SID** · TaskRouter'],
  [`QU${D}`, 'Voice Queue SID**'],
  [`CH${D}`, 'Conversation SID**', 'Chat Channel SID**'],
  [`WT${D.slice(1)}`, '31 hex digits, 32 expected', 'Task SID'],
  [`WT${D}0`, '33 hex digits, 32 expected'],
  [
    `WT${D.slice(0, 6)}O${D.slice(7)}`,
    "Character 9 is 'O', not a hex digit: perhaps 0",
    'Task SID',
  ],
  [`WT${D.slice(0, 9)}l${D.slice(10)}`, "Character 12 is 'l', not a hex digit: perhaps 1"],
  [`wt${D}`, 'The prefix WT is written in capitals', 'Task SID'],
  [`WT${'X'.repeat(32)}`, 'A placeholder', 'Task SID'],
  [`WT${'x'.repeat(32)}`, 'A placeholder', 'Task SID'],
  [`workspace_sid: "WT${D}"`, 'This is a Task SID where a Workspace SID belongs'],
  [`TWILIO_WORKSPACE_SID=WT${D}`, 'This is a Task SID where a Workspace SID belongs'],
  [`x.workspaces('WT${D}')`, 'This is a Task SID where a Workspace SID belongs'],
  [`x->tasks("WS${D}")`, 'This is a Workspace SID where a Task SID belongs'],
  [`/v1/Workspaces/WT${D}/Tasks`, 'This is a Task SID where a Workspace SID belongs'],
];

const languages = [
  ['javascript', 'js'],
  ['python', 'py'],
  ['json', 'json'],
  ['plaintext', 'txt'],
  ['untitled', ''],
] as const;

describe('A hover on a SID', () => {
  beforeEach(startAfresh);
  // An untitled text that is only closed makes the editor ask whether to save it.
  afterEach(() => commands.executeCommand('workbench.action.revertAndCloseActiveEditor'));
  after(startAfresh);

  for (const [language, extension] of languages) {
    for (const [text, ...said] of cases) {
      it(`in ${language} says of ${text}: ${said.join(', ')}`, async () => {
        const document = await open(extension, `before ${text} behind\n`);
        const sid = /[A-Za-z]{2}[0-9A-Za-z]{31,}/.exec(text)?.[0] ?? '';
        const hover = await hoverOn(document, sid);
        for (const part of said) assert.ok(hover.includes(part), `${part} is not in ${hover}`);
      });
    }
  }

  for (const text of [
    D,
    `ac${D.slice(2)}`,
    `AC${D.slice(2).toUpperCase()}`,
    '550e8400-e29b-41d4-a716-446655440000',
    `${D}${D.slice(0, 8)}`,
    `${D}${D}`,
    'getElementsByTagNameAndNamespaceOf',
    `WT${D.slice(1)}/`,
    `=WT${D.slice(1)}`,
    `my_WT${D.slice(1)}`,
  ]) {
    it(`is not there on ${text}`, async () => {
      assert.equal(await hoverOn(await open('txt', `before ${text} behind`), text), '');
    });
  }

  it('says in a Task document what belongs into a field, and what is known of the Task', async () => {
    const body = { sid: TASK, workspace_sid: WORKSPACE, workflow_sid: TASK.replace('WT', 'WQ') };
    await server.putTask(
      WORKSPACE,
      TASK,
      JSON.stringify({ ...body, assignment_status: 'pending' }),
    );
    await fetchTask(`${WORKSPACE}/${TASK}`);
    const document = activeTaskDocument();
    const wrong = await hoverOn(document, body.workflow_sid);
    assert.match(wrong, /This is a Task Queue SID where a Workflow SID belongs/);
    assert.match(await hoverOn(document, TASK), /Pending · profile env · fetched /);
    const asked = (await server.requests()).length;
    await hoverOn(await open('txt', TASK), TASK);
    assert.equal((await server.requests()).length, asked, 'a hover asked the network');
  });

  it('lets nothing of a file become a link, an icon or HTML', async () => {
    const hostile = `[x](command:evil) ![](https://evil.example) <img src=x> $(alert) workspace_sid: WT${D}`;
    const hover = await hoverOn(await open('md', hostile), `WT${D}`);
    assert.match(hover, /This is a Task SID where a Workspace SID belongs/);
    assert.doesNotMatch(hover, /evil|<img|alert/);
  });

  it('is not there where the setting says so', async () => {
    const document = await open('txt', `WT${D}`);
    const set = (value: boolean | undefined) =>
      workspace
        .getConfiguration('taskrouter')
        .update('hover.enabled', value, ConfigurationTarget.Global);
    await set(false);
    try {
      assert.equal(await hoverOn(document, `WT${D}`), '');
    } finally {
      await set(undefined);
    }
    assert.match(await hoverOn(document, `WT${D}`), /Task SID/);
  });
});

async function open(extension: string, text: string): Promise<TextDocument> {
  if (extension === '') {
    const untitled = await workspace.openTextDocument({ content: text });
    // One that nobody sees can be gone at any time.
    await window.showTextDocument(untitled);
    return untitled;
  }
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder !== undefined, 'no folder is open');
  const uri = Uri.joinPath(folder.uri, `${Date.now()}-${Math.random()}.${extension}`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  const document = await workspace.openTextDocument(uri);
  await window.showTextDocument(document);
  return document;
}
