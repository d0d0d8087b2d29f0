import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  DiagnosticSeverity,
  languages,
  workspace,
  type CodeAction,
  type TextDocument,
} from 'vscode';
import { openText, startAfresh } from '../support/suite/taskSuite.ts';
import { waitFor } from '../support/waitFor.ts';

const D = '0123456789abcdef0123456789abcdef';
const SWAPPED = `/v1/Workspaces/WT${D}/Tasks/WS${D}`;

const marksOf = (document: TextDocument) =>
  languages.getDiagnostics(document.uri).filter(({ source }) => source === 'TaskRouter Lens');

async function marked(document: TextDocument, count: number) {
  await waitFor(() => marksOf(document).length === count);
  return marksOf(document);
}

async function mend(document: TextDocument): Promise<string> {
  const [mark] = marksOf(document);
  assert.ok(mark !== undefined);
  const actions = await commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    mark.range,
  );
  const [fix] = actions.filter(({ isPreferred }) => isPreferred);
  assert.ok(fix?.edit !== undefined);
  await workspace.applyEdit(fix.edit);
  await document.save();
  return fix.title;
}

describe('Marks on wrong SIDs', () => {
  beforeEach(startAfresh);
  after(startAfresh);

  it('say what is wrong as hints, and go away when it is mended', async () => {
    const document = await openText(`|id wt${D}`);
    const [mark] = await marked(document, 1);
    assert.equal(mark?.message, 'Malformed Task SID: The prefix WT is written in capitals');
    assert.equal(mark.severity, DiagnosticSeverity.Hint);
    assert.equal(await mend(document), `Change to WT${D}`);
    assert.equal(document.getText(), `id WT${D}`);
    await marked(document, 0);
  });

  it('swap the two SIDs of a path', async () => {
    const document = await openText(`|${SWAPPED}`);
    await marked(document, 2);
    assert.equal(await mend(document), 'Swap the two SIDs');
    assert.equal(document.getText(), `/v1/Workspaces/WS${D}/Tasks/WT${D}`);
    await marked(document, 0);
  });

  it('follow the setting', async () => {
    const document = await openText(`|${SWAPPED}`);
    await marked(document, 2);
    const set = (value: string | undefined) =>
      workspace
        .getConfiguration('taskrouter')
        .update('validation', value, ConfigurationTarget.Global);
    try {
      await set('warning');
      await waitFor(() => marksOf(document)[0]?.severity === DiagnosticSeverity.Warning);
      await set('off');
      await marked(document, 0);
    } finally {
      await set(undefined);
    }
    await marked(document, 2);
  });

  it('are gone when the document closes', async () => {
    const document = await openText(`|${SWAPPED}`);
    await marked(document, 2);
    await commands.executeCommand('workbench.action.closeAllEditors');
    await marked(document, 0);
  });
});
