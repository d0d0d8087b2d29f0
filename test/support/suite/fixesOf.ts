import { commands, type CodeAction, type Range, type TextDocument } from 'vscode';

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
