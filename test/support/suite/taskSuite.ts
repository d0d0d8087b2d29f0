import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  Selection,
  Uri,
  commands,
  window,
  workspace,
  type CodeLens,
  type TextDocument,
} from 'vscode';
import { TaskRouterServerControl } from '../server/taskRouterServerControl.ts';

const url = process.env['TASKROUTER_TEST_SERVER'];
assert.ok(url, 'TASKROUTER_TEST_SERVER is not set: run this suite with "npm run test:integration"');

/** The TaskRouter that the editor under test reads from. */
export const server = new TaskRouterServerControl(url);
export const serverUrl = url;

/** Calls the command as another extension would. */
export function fetchTask(argument?: unknown): Thenable<Uri | undefined> {
  return commands.executeCommand<Uri | undefined>('taskrouter.fetchTask', argument);
}

/** The active document, which must be that of a Task. */
export function activeTaskDocument(): TextDocument {
  const document = window.activeTextEditor?.document;
  assert.equal(document?.uri.scheme, 'taskrouter', 'no Task is shown');
  return document;
}

/** The line above a document, as a user reads it. */
export async function lineAbove(uri: Uri): Promise<string> {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return lenses.map(({ command }) => command?.title ?? '').join(' | ');
}

/** Resolves when the condition holds; rejects with `what` when it does not in good time. */
async function until(what: string, condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Not in good time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Opens a file with `text`, in which the one `|` marks the cursor. */
export async function openText(text: string): Promise<TextDocument> {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder !== undefined, 'no folder is open');
  const uri = Uri.joinPath(folder.uri, `${randomUUID()}.log`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text.replace('|', '')));
  const document = await workspace.openTextDocument(uri);
  const position = document.positionAt(Math.max(0, text.indexOf('|')));
  const editor = await window.showTextDocument(document);
  editor.selection = new Selection(position, position);
  return document;
}

/** Presses Escape in whatever asks, until the command that asks has ended. */
export async function dismissing<T>(command: Thenable<T>): Promise<T> {
  const timer = setInterval(() => {
    void commands.executeCommand('workbench.action.closeQuickOpen');
  }, 20);
  try {
    return await command;
  } finally {
    clearInterval(timer);
  }
}

/** How many tabs show Tasks. */
export function taskTabs(): number {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) =>
      String((input as { uri?: Uri } | undefined)?.uri).startsWith('taskrouter:'),
    ).length;
}

/** Before each test: nothing open, no setting changed, a server without memory. */
export async function startAfresh(): Promise<void> {
  await Promise.all([
    commands.executeCommand('workbench.action.closeAllEditors'),
    commands.executeCommand('notifications.clearAll'),
    server.reset(),
  ]);
}

/** Resolves when the active Task's document shows it: the editor loads a changed file later. */
export async function waitForText(condition: (text: string) => boolean): Promise<void> {
  const document = activeTaskDocument();
  await until('the document has the text', () => condition(document.getText()));
}
