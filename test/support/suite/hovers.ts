import { commands, type Hover, type MarkdownString, type TextDocument } from 'vscode';

/** The hovers at an offset of a document, as Markdown; empty if there are none. */
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

/** The hovers at an offset of a document, without the targets of their links. */
export async function plainHover(document: TextDocument, offset: number): Promise<string> {
  return (await hoverAt(document, offset))
    .map(({ value }) => value)
    .join('\n')
    .replace(/\((?:command|https):[^)]*\)/g, '')
    .replace(/\\(.)/g, '$1');
}

const D = '0123456789abcdef0123456789abcdef';

/** A SID or a near miss in a line, and all that its hover must contain. */
export const hoverCases: readonly (readonly [line: string, ...said: string[]])[] = [
  [
    `WT${D}`,
    'Task SID** · TaskRouter',
    'GET /v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}',
    'Fetch Task',
  ],
  [`WS${D}`, 'Workspace SID** · TaskRouter', 'Copy'],
  [`WQ${D}`, 'TaskQueue SID** · TaskRouter', 'Open TaskQueue'],
  [`QU${D}`, 'Voice Queue SID**'],
  [`CH${D}`, 'Conversation SID**', 'Chat Channel SID**'],
  [`WT${D.slice(1)}`, '31 hex digits, 32 expected', 'Task SID'],
  [`WT${D}0`, '33 hex digits, 32 expected'],
  [
    `WT${D.slice(0, 6)}O${D.slice(7)}`,
    "Character 9 is 'O', not a hex digit (perhaps 0)",
    'Task SID',
  ],
  [`WT${D.slice(0, 9)}l${D.slice(10)}`, "Character 12 is 'l', not a hex digit (perhaps 1)"],
  [`wt${D}`, 'The prefix must be uppercase: WT', 'Task SID'],
  [`WZ${D}`, 'Unknown prefix WZ'],
  [`WT${'X'.repeat(32)}`, 'Placeholder: replace the X characters with 32 hex digits', 'Task SID'],
  [`WT${'x'.repeat(32)}`, 'Placeholder: replace the X characters with 32 hex digits', 'Task SID'],
  [`workspace_sid: "WT${D}"`, 'Expected a Workspace SID, but found a Task SID'],
  [`TWILIO_WORKSPACE_SID=WT${D}`, 'Expected a Workspace SID, but found a Task SID'],
  [`x.workspaces('WT${D}')`, 'Expected a Workspace SID, but found a Task SID'],
  [`x->tasks("WS${D}")`, 'Expected a Task SID, but found a Workspace SID'],
  [`/v1/Workspaces/WT${D}/Tasks`, 'Expected a Workspace SID, but found a Task SID'],
];
