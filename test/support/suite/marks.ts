import {
  commands,
  languages,
  type CodeAction,
  type Diagnostic,
  type Range,
  type TextDocument,
} from 'vscode';
import { waitFor } from '../waiting.ts';

/** The diagnostics of this extension in a document. */
export function marksOf(document: TextDocument): readonly Diagnostic[] {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'TaskRouter Lens');
}

/** The diagnostics in a document, once there are as many as given. */
export async function waitForMarks(
  document: TextDocument,
  count: number,
): Promise<readonly Diagnostic[]> {
  await waitFor(() => marksOf(document).length === count);
  return marksOf(document);
}

/** The quick fixes for SIDs in a range. */
export async function fixesOf(
  document: TextDocument,
  range: Range,
): Promise<readonly CodeAction[]> {
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
  );
  return actions.filter(({ title }) => /^Change to |^Swap the two SIDs$/.test(title));
}
