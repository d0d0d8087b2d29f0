import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import {
  commands,
  Selection,
  TabInputWebview,
  Uri,
  window,
  workspace,
  type CodeLens,
  type TextDocument,
} from 'vscode';
import { TaskRouterServerControl } from '../server/taskRouterServerControl.ts';
import { testCredentials } from '../server/testCredentials.ts';
import { waitFor } from '../waiting.ts';

const url = process.env['TASKROUTER_TEST_SERVER'];
assert.ok(url, 'TASKROUTER_TEST_SERVER is not set: run this suite with "npm run test:integration"');

/** The TaskRouter server that the editor under test uses. */
export const server = new TaskRouterServerControl(url);
export const serverUrl = url;

/** Executes the command as another extension would. */
export function fetchTask(argument?: unknown): Thenable<Uri | undefined> {
  return commands.executeCommand<Uri | undefined>('taskrouter.fetchTask', argument);
}

/** The active document, which must be that of a Task. */
export function activeTaskDocument(): TextDocument {
  const document = window.activeTextEditor?.document;
  assert.equal(document?.uri.scheme, 'taskrouter', 'no Task is shown');
  return document;
}

/** The line above a document, as the user reads it. */
export async function lineAbove(uri: Uri): Promise<string> {
  const lenses = await commands.executeCommand<CodeLens[]>('vscode.executeCodeLensProvider', uri);
  return lenses.map(({ command }) => command?.title ?? '').join(' | ');
}

/** Resolves when the condition is true; rejects with `what` after a timeout. */
async function until(what: string, condition: () => boolean): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!condition()) {
    if (Date.now() > deadline) throw new Error(`Not in good time: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Opens a file with `text`, where `|` marks the cursor. */
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

/** Presses Escape in every prompt until the command has ended. */
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

/** Presses Enter in each prompt until the command has settled. */
export async function accepting<T>(command: Thenable<T>): Promise<T> {
  const timer = setInterval(() => {
    void commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
  }, 20);
  try {
    return await command;
  } finally {
    clearInterval(timer);
  }
}

/** The number of tabs with Tasks. */
export function taskTabs(): number {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(({ input }) =>
      String((input as { uri?: Uri } | undefined)?.uri).startsWith('taskrouter:'),
    ).length;
}

/** Before each test: no open editors, default settings, a reset server. */
export async function startAfresh(): Promise<void> {
  await Promise.all([
    commands.executeCommand('workbench.action.closeAllEditors'),
    commands.executeCommand('notifications.clearAll'),
    server.reset(),
  ]);
  // The command settles before the extension host knows that pages have closed.
  await waitForPages(0);
}

/** Resolves when the document of the active Task shows it: the editor loads changes later. */
export async function waitForText(condition: (text: string) => boolean): Promise<void> {
  const document = activeTaskDocument();
  await until('the document has the text', () => condition(document.getText()));
}

/**
 * Uses an API key of a new account, so that no Workspace is remembered. The result switches back.
 */
export function useNewAccount(): () => void {
  const { apiKey, apiSecret } = testCredentials;
  const before = { ...process.env };
  process.env['TWILIO_ACCOUNT_SID'] = `AC${randomUUID().replaceAll('-', '')}`;
  process.env['TWILIO_API_KEY'] = apiKey;
  process.env['TWILIO_API_SECRET'] = apiSecret;
  return () => {
    for (const name of ['TWILIO_ACCOUNT_SID', 'TWILIO_API_KEY', 'TWILIO_API_SECRET']) {
      const value = before[name];
      if (value === undefined) Reflect.deleteProperty(process.env, name);
      else process.env[name] = value;
    }
  };
}

/** Whether a document's text only says how to fetch it. */
export function isNotFetched(text: string): boolean {
  return text.startsWith('{\n  "notFetched": {\n    "message": "This ');
}

/** Waits until no fetched data of a document is in memory. */
export async function waitUntilForgotten(uri: Uri): Promise<void> {
  while (!isNotFetched(new TextDecoder().decode(await workspace.fs.readFile(uri)))) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until the given number of tabs show the page of a Task. */
export function waitForPages(count: number): Promise<void> {
  return waitFor(() => taskPages() === count);
}

/** Whether no page was opened, whose tab would come after its command, but before that of another editor. */
export async function isWithoutPages(): Promise<boolean> {
  await window.showTextDocument(await workspace.openTextDocument({ language: 'plaintext' }));
  return taskPages() === 0;
}

function taskPages(): number {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) =>
        input instanceof TabInputWebview && input.viewType.endsWith('taskrouter.details'),
    ).length;
}
