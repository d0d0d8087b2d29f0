import {
  commands,
  languages,
  type CodeAction,
  type Diagnostic,
  type Range,
  type TextDocument,
} from 'vscode';
import { waitFor } from '../waiting.ts';

/** The marks of this extension in a document. */
export function marksOf(document: TextDocument): readonly Diagnostic[] {
  return languages
    .getDiagnostics(document.uri)
    .filter(({ source }) => source === 'TaskRouter Lens');
}

/** The marks in a document, once there are so many. */
export async function waitForMarks(
  document: TextDocument,
  count: number,
): Promise<readonly Diagnostic[]> {
  await waitFor(() => marksOf(document).length === count);
  return marksOf(document);
}

/** What is offered within a range to mend SIDs. */
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
