import assert from 'node:assert/strict';
import {
  commands,
  Position,
  Uri,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
} from 'vscode';
import { closeAll } from '../../support/suite/files.ts';
import { plainHover } from '../../support/suite/hovers.ts';
import { waitForMarks } from '../../support/suite/marks.ts';
import { waitFor } from '../../support/waiting.ts';

async function openSample(): Promise<TextDocument> {
  await commands.executeCommand('_taskrouter.openSampleFile');
  const { document } = window.activeTextEditor ?? {};
  assert.ok(document !== undefined);
  return document;
}

describe('The sample file', () => {
  afterEach(closeAll);

  it('has a short path, and its SIDs are explained and checked', async () => {
    const document = await openSample();
    assert.equal(document.uri.path, '/twilio-sids.js');
    assert.equal(document.languageId, 'javascript');
    assert.equal(document.isDirty, false);
    await waitForMarks(document, 3);
    const at = document.getText().indexOf('WT');
    assert.match(await plainHover(document, at), /Task SID\*\* · TaskRouter/);
  });

  it('can be changed and saved, and is as before when it is opened again', async () => {
    const document = await openSample();
    const original = document.getText();
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(0, 0), '// changed\n');
    await workspace.applyEdit(edit);
    assert.equal(await document.save(), true);
    const saved = await workspace.fs.readFile(document.uri);
    assert.match(new TextDecoder().decode(saved), /^\/\/ changed\n/);
    await closeAll();
    assert.ok(await openSample());
    await waitFor(() => window.activeTextEditor?.document.getText() === original);
  });

  it('is the only file of its scheme', async () => {
    for (const path of ['/', '/other.js', '/twilio-sids.js/inside']) {
      const uri = Uri.from({ scheme: 'taskrouter-sample', path });
      await assert.rejects(async () => workspace.fs.stat(uri), path);
      const text = new TextEncoder().encode('text');
      await assert.rejects(async () => workspace.fs.writeFile(uri, text), path);
    }
  });
});
