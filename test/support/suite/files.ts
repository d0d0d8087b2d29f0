import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { commands, Uri, window, workspace, type NotebookEditor, type TextDocument } from 'vscode';

/** Writes a file to the open folder and returns its URI. */
export async function writeFile(ending: string, text: string): Promise<Uri> {
  const [folder] = workspace.workspaceFolders ?? [];
  assert.ok(folder !== undefined, 'no folder is open');
  const uri = Uri.joinPath(folder.uri, `${randomUUID()}${ending}`);
  await workspace.fs.writeFile(uri, new TextEncoder().encode(text));
  return uri;
}

/** Shows a new file in a pinned tab. */
export async function openFile(ending: string, text: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(await writeFile(ending, text));
  await window.showTextDocument(document, { preview: false });
  return document;
}

/** Shows a new notebook with a text in each of its cells in a pinned tab. */
export async function openNotebook(texts: readonly string[]): Promise<NotebookEditor> {
  const cells = texts.map((text) => {
    const source = text.split(/^/m);
    return { cell_type: 'code', metadata: {}, outputs: [], execution_count: null, source };
  });
  const content = { nbformat: 4, nbformat_minor: 2, metadata: {}, cells };
  const uri = await writeFile('.ipynb', JSON.stringify(content));
  const notebook = await workspace.openNotebookDocument(uri);
  return window.showNotebookDocument(notebook, { preview: false });
}

/** Closes all editors without asking to save them. */
export async function closeAll(): Promise<void> {
  await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  await commands.executeCommand('workbench.action.closeAllEditors');
  await commands.executeCommand('workbench.action.closePanel');
}
