import { window, workspace, type TextDocument, type Uri } from 'vscode';
import type { ProfiledResource } from '../../core/resources/resourceReference.ts';
import { decodeAsUtf8, isUtf8 } from './documentFormat.ts';
import type { TaskDocuments } from './taskDocuments.ts';
import { taskUri } from './taskUri.ts';

/** A limit, as another extension may keep changing the document. */
const MAX_WAIT_MS = 2000;

/**
 * How a document or page is opened: in a tab that stays, which gets the focus, or in a preview that
 * the next one replaces, and that leaves the focus where it is.
 */
export type OpenMode = 'kept' | 'preview';

/** Opens a document, or reveals its tab. Settles once it shows the resource. */
export async function showTaskDocument(
  resource: ProfiledResource,
  documents: TaskDocuments,
  mode: OpenMode = 'kept',
): Promise<Uri> {
  const uri = taskUri(resource);
  const document = await workspace.openTextDocument(uri);
  await whenCurrent(document, resource, documents);
  // Of several groups with the document, the active one.
  const { all, activeTabGroup } = window.tabGroups;
  const open = [activeTabGroup, ...all].find((group) =>
    group.tabs.some(({ input }) => inputUri(input) === uri.toString()),
  );
  await window.showTextDocument(document, {
    preview: mode === 'preview',
    preserveFocus: mode === 'preview',
    ...(open !== undefined && { viewColumn: open.viewColumn }),
  });
  return uri;
}

/**
 * Settles when the open document has the current text, as VS Code loads a changed file with a
 * delay.
 */
export async function whenCurrent(
  document: TextDocument,
  resource: ProfiledResource,
  documents: TaskDocuments,
): Promise<void> {
  const isCurrent = () =>
    document.isClosed || document.getText() === documents.content(resource).text;
  if (isCurrent()) return;
  // With another encoding, the texts would never be equal.
  if (!isUtf8(document)) await decodeAsUtf8(document);
  if (isCurrent()) return;
  await new Promise<void>((resolve) => {
    const timer = setTimeout(finish, MAX_WAIT_MS);
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
