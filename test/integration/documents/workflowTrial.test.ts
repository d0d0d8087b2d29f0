import assert from 'node:assert/strict';
import { commands, Range, Uri, window, workspace, WorkspaceEdit } from 'vscode';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { openFile } from '../../support/suite/files.ts';
import { accepting, fetchTask, server, startAfresh } from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
const TASK = 'WT0000000000000000000000000000c0de';

const CONFIGURATION = JSON.stringify(
  {
    task_routing: {
      filters: [
        { expression: "kind == 'cargo'", targets: [{ queue: 'Heavy' }] },
        { expression: "kind == 'letter'", targets: [{ queue: 'Post' }] },
      ],
    },
  },
  undefined,
  2,
);

const tryWorkflow = () => commands.executeCommand<Uri | undefined>('taskrouter.tryWorkflow');

const stepsAt = (uri: Uri) => {
  const document = workspace.textDocuments.find((one) => one.uri.toString() === uri.toString());
  return document?.getText() ?? '';
};

describe('Try Workflow with Task', () => {
  beforeEach(async () => {
    await startAfresh();
    await server.putTask(
      WORKSPACE,
      TASK,
      JSON.stringify({
        ...{ sid: TASK, workspace_sid: WORKSPACE, assignment_status: 'pending' },
        attributes: '{"kind":"letter"}',
      }),
    );
    await fetchTask(`${WORKSPACE}/${TASK}`);
  });
  after(startAfresh);

  it('shows the steps of a fetched Task beside the file, which keeps the focus', async () => {
    const document = await openFile('.json', CONFIGURATION);
    const asked = (await server.requests()).length;
    const uri = await accepting(tryWorkflow());
    assert.ok(uri);
    assert.equal(uri.scheme, 'taskrouter-steps');
    const steps = stepsAt(uri);
    assert.match(steps, /✗ 1\..*\n.*✗ `kind` is "letter", not "cargo"/);
    assert.match(steps, /✓ 2\./);
    assert.match(steps, /0 s +Post/);
    assert.equal(window.activeTextEditor?.document, document);
    assert.equal((await server.requests()).length, asked, 'nothing is asked');
  });

  it('follows what is typed into the configuration', async () => {
    const document = await openFile('.json', CONFIGURATION);
    const uri = await accepting(tryWorkflow());
    assert.ok(uri);
    const at = document.getText().indexOf('cargo');
    const edit = new WorkspaceEdit();
    const range = new Range(document.positionAt(at), document.positionAt(at + 'cargo'.length));
    edit.replace(document.uri, range, 'letter');
    await workspace.applyEdit(edit);
    await waitFor(() => /0 s +Heavy/.test(stepsAt(uri)));
    assert.match(stepsAt(uri), /✓ 1\./);
  });

  it('says how to get steps again that are not in memory any more', async () => {
    const uri = Uri.parse('taskrouter-steps:/Steps%20of%20WT.txt?99');
    const document = await workspace.openTextDocument(uri);
    assert.match(document.getText(), /Run "Try Workflow with Task…" again\./);
  });

  it('asks for nothing where no Workflow is open', async () => {
    await openFile('.json', '{"no": "routing"}');
    assert.equal(await tryWorkflow(), undefined);
  });
});
