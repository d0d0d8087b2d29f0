import { window, workspace, type TextDocument } from 'vscode';
import { writeFile } from './writeFile.ts';

/** Shows a new file, in a tab that stays. */
export async function openFile(ending: string, text: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(await writeFile(ending, text));
  await window.showTextDocument(document, { preview: false });
  return document;
}
