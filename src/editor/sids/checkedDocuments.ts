import { window, workspace, type TextDocument } from 'vscode';

/** Documents that only repeat others, or that nobody writes. */
const LEFT_OUT: ReadonlySet<string> = new Set(['git', 'output', 'debug', 'search-editor']);

/** The visible documents that are checked: files of any kind of disk, untitled ones, notebook cells. */
export function checkedDocuments(): readonly TextDocument[] {
  const texts = window.visibleTextEditors.map(({ document }) => document);
  const cells = window.visibleNotebookEditors.flatMap(({ notebook }) =>
    notebook.getCells().map(({ document }) => document),
  );
  return [...new Set([...texts, ...cells])].filter(isChecked);
}

function isChecked({ uri: { scheme } }: TextDocument): boolean {
  if (scheme === 'untitled' || scheme === 'vscode-notebook-cell') return true;
  // Undefined where nobody provides files of that scheme: input boxes, comments, previews.
  return !LEFT_OUT.has(scheme) && workspace.fs.isWritableFileSystem(scheme) !== undefined;
}
