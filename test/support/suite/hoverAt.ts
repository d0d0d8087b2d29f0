import { commands, type Hover, type MarkdownString, type TextDocument } from 'vscode';

/** What hovers say at an offset of a document, as Markdown; nothing where there are none. */
export async function hoverAt(
  document: TextDocument,
  offset: number,
): Promise<readonly MarkdownString[]> {
  const hovers = await commands.executeCommand<Hover[]>(
    'vscode.executeHoverProvider',
    document.uri,
    document.positionAt(offset),
  );
  return hovers.flatMap(({ contents }) => contents as MarkdownString[]);
}
