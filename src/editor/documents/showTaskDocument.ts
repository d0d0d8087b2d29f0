import { window, workspace, type TextDocument, type Uri } from 'vscode';
import type { ProfiledTask } from '../../core/tasks/profiledTask.ts';
import type { TaskDocuments } from './taskDocuments.ts';
import { taskUri } from './taskUri.ts';

/** A document that another extension keeps changing must not hold up a command for ever. */
const LONGEST_WAIT_MS = 2000;

/** Opens a Task's document, or brings the tab to the front that has it; settles once it shows it. */
export async function showTaskDocument(task: ProfiledTask, documents: TaskDocuments): Promise<Uri> {
  const uri = taskUri(task);
  const document = await workspace.openTextDocument(uri);
  await whenCurrent(document, task, documents);
  const open = window.tabGroups.all.find((group) =>
    group.tabs.some(({ input }) => inputUri(input) === uri.toString()),
  );
  await window.showTextDocument(document, {
    preview: false,
    ...(open !== undefined && { viewColumn: open.viewColumn }),
  });
  return uri;
}

/** Settles when the open document has the present text: the editor loads a changed file later. */
export async function whenCurrent(
  document: TextDocument,
  task: ProfiledTask,
  documents: TaskDocuments,
): Promise<void> {
  const isCurrent = () => document.isClosed || document.getText() === documents.content(task).text;
  if (isCurrent()) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(finish, LONGEST_WAIT_MS);
    const subscription = workspace.onDidChangeTextDocument(({ document: changed }) => {
      if (changed === document && isCurrent()) finish();
    });
    function finish() {
      clearTimeout(timer);
      subscription.dispose();
      resolve();
    }
  });
}

function inputUri(input: unknown): string | undefined {
  return typeof input === 'object' && input !== null && 'uri' in input
    ? String(input.uri)
    : undefined;
}
