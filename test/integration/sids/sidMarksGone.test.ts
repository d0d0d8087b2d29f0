import assert from 'node:assert/strict';
import {
  commands,
  NotebookEdit,
  NotebookRange,
  ViewColumn,
  window,
  workspace,
  WorkspaceEdit,
} from 'vscode';
import { closeAll, openFile, openNotebook, writeFile } from '../../support/suite/files.ts';
import { waitForMarks, marksOf } from '../../support/suite/marks.ts';
import { startAfresh } from '../../support/suite/taskSuite.ts';

const D = '0123456789abcdef0123456789abcdef';
const WRONG = `wt${D}`;
const SWAPPED = `/v1/Workspaces/WT${D}/Tasks/WS${D}`;
/** Most of these cells are not visible. */
const MANY_CELLS = Array.from({ length: 10 }, () => `${'-\n'.repeat(20)}${WRONG}`);

describe('Problems of SIDs disappear when', () => {
  beforeEach(startAfresh);
  afterEach(closeAll);

  it('a document is closed, and not when another tab hides it', async () => {
    const document = await openFile('.txt', SWAPPED);
    await waitForMarks(document, 2);
    await waitForMarks(await openFile('.txt', WRONG), 1);
    assert.equal(marksOf(document).length, 2);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await waitForMarks(document, 0);
  });

  it('its tab is closed while another one hides it', async () => {
    const document = await openFile('.txt', SWAPPED);
    await waitForMarks(document, 2);
    await waitForMarks(await openFile('.txt', WRONG), 1);
    const hidden = window.tabGroups.activeTabGroup.tabs.find(({ isActive }) => !isActive);
    assert.ok(hidden !== undefined);
    await window.tabGroups.close(hidden);
    await waitForMarks(document, 0);
  });

  it('a hidden file is fixed outside of VS Code', async () => {
    const document = await openFile('.txt', `${SWAPPED}\n`);
    await waitForMarks(document, 2);
    await waitForMarks(await openFile('.txt', WRONG), 1);
    await workspace.fs.writeFile(document.uri, new TextEncoder().encode('nothing\n'));
    await waitForMarks(document, 0);
  });

  it('a hidden file is changed outside of VS Code, as their positions would be wrong', async () => {
    const document = await openFile('.txt', `${SWAPPED}\n${WRONG}`);
    await waitForMarks(document, 3);
    await waitForMarks(await openFile('.txt', WRONG), 1);
    await workspace.fs.writeFile(document.uri, new TextEncoder().encode(`\n\n${WRONG}`));
    await waitForMarks(document, 1);
    assert.equal(marksOf(document)[0]?.range.start.line, 2);
  });

  it('the last tab of a document is closed', async () => {
    const document = await openFile('.txt', SWAPPED);
    await window.showTextDocument(document, { viewColumn: ViewColumn.Two });
    await waitForMarks(document, 2);
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await waitForMarks(await openFile('.txt', WRONG), 1);
    assert.equal(marksOf(document).length, 2);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await waitForMarks(document, 0);
  });

  it('a diff with the document is closed', async () => {
    const uris = [await writeFile('.txt', WRONG), await writeFile('.txt', SWAPPED)] as const;
    // Kept open, as by an extension that reads it.
    const [old, current] = await Promise.all(uris.map((uri) => workspace.openTextDocument(uri)));
    assert.ok(old !== undefined && current !== undefined);
    await commands.executeCommand('vscode.diff', ...uris);
    await waitForMarks(old, 1);
    await waitForMarks(current, 2);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await waitForMarks(old, 0);
    await waitForMarks(current, 0);
  });

  it('the tab of a document is closed, unless a diff shows it', async () => {
    const document = await openFile('.txt', SWAPPED);
    await waitForMarks(document, 2);
    const other = await writeFile('.txt', '');
    await commands.executeCommand('vscode.diff', other, document.uri, 'diff', {
      viewColumn: ViewColumn.Two,
    });
    await window.showTextDocument(document, { viewColumn: ViewColumn.One });
    await commands.executeCommand('workbench.action.closeActiveEditor');
    await waitForMarks(await openFile('.txt', WRONG), 1);
    assert.equal(marksOf(document).length, 2);
  });

  it('a notebook is closed, and not when another tab hides it', async () => {
    const { notebook } = await openNotebook(MANY_CELLS);
    const cells = notebook.getCells().map(({ document }) => document);
    for (const document of cells) await waitForMarks(document, 1);
    await waitForMarks(await openFile('.txt', WRONG), 1);
    assert.ok(cells.every((document) => marksOf(document).length === 1));
    await commands.executeCommand('workbench.action.closeAllEditors');
    for (const document of cells) await waitForMarks(document, 0);
  });

  it('their cell is deleted', async () => {
    const { notebook } = await openNotebook([WRONG, SWAPPED]);
    const [first, second] = notebook.getCells().map(({ document }) => document);
    assert.ok(first !== undefined && second !== undefined);
    await waitForMarks(first, 1);
    await waitForMarks(second, 2);
    const edit = new WorkspaceEdit();
    edit.set(notebook.uri, [NotebookEdit.deleteCells(new NotebookRange(0, 1))]);
    await workspace.applyEdit(edit);
    await waitForMarks(first, 0);
    assert.equal(marksOf(second).length, 2);
  });
});
