import { window, workspace, type NotebookEditor } from 'vscode';
import { writeFile } from './writeFile.ts';

/** Shows a new notebook with a text in each of its cells, in a tab that stays. */
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
