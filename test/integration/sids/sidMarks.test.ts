import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  DiagnosticSeverity,
  languages,
  NotebookCellData,
  NotebookCellKind,
  NotebookEdit,
  Range,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
} from 'vscode';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { documentKinds, type ShownDocument } from '../../support/suite/documentKinds.ts';
import { closeAll, openFile, openNotebook, writeFile } from '../../support/suite/files.ts';
import { fixesOf, waitForMarks, marksOf } from '../../support/suite/marks.ts';
import {
  activeTaskDocument,
  fetchTask,
  server,
  startAfresh,
} from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const D = '0123456789abcdef0123456789abcdef';
const WRONG = `wt${D}`;
const SWAPPED = `/v1/Workspaces/WT${D}/Tasks/WS${D}`;
/** Most of these cells are not visible. */
const MANY_CELLS = Array.from({ length: 10 }, () => `${'-\n'.repeat(20)}${WRONG}`);
const MESSAGE = 'Malformed Task SID: The prefix must be uppercase: WT';

/** The texts with problems. */
const markedTexts = (document: TextDocument) =>
  marksOf(document).map(({ range }) => document.getText(range));

const set = (value: string | undefined, languageId?: string) =>
  workspace
    .getConfiguration('taskrouter', languageId === undefined ? undefined : { languageId })
    .update('validation', value, ConfigurationTarget.Global, languageId !== undefined);

describe('Problems of SIDs', () => {
  beforeEach(startAfresh);
  afterEach(closeAll);
  after(startAfresh);

  it('show malformed SIDs as hints', async () => {
    const document = await openFile('.txt', `id ${WRONG}`);
    const [mark] = await waitForMarks(document, 1);
    assert.equal(mark?.message, MESSAGE);
    assert.equal(mark.severity, DiagnosticSeverity.Hint);
    assert.equal(mark.code, 'malformed-sid');
    assert.deepEqual(mark.range, new Range(0, 3, 0, 3 + WRONG.length));
  });

  it('show SIDs of the wrong kind as warnings', async () => {
    const document = await openFile('.txt', `/Workspaces/WT${D}/Tasks`);
    const [mark] = await waitForMarks(document, 1);
    assert.equal(mark?.message, 'Expected a Workspace SID, but found a Task SID');
    assert.equal(mark.code, 'misplaced-sid');
    assert.equal(mark.severity, DiagnosticSeverity.Warning);
  });

  it('do not exist for valid SIDs, placeholders and other tokens', async () => {
    const right = `/Workspaces/WS${D}/Tasks/WT${D} WTXXXXXXXXXXXX ac${D.slice(2)} /WT${D.slice(1)}`;
    const document = await openFile('.txt', `${right}\n${WRONG}`);
    await waitForMarks(document, 1);
    assert.deepEqual(markedTexts(document), [WRONG]);
  });

  describe('are in', () => {
    const {
      output,
      'the old side of a diff': oldSide,
      "a Task's document": task,
      ...others
    } = documentKinds;

    for (const [kind, show] of Object.entries(others)) {
      it(kind, async () => {
        const { document, needs }: ShownDocument = await show(`one\n${WRONG}\n`);
        try {
          await waitForMarks(document, 1);
          assert.deepEqual(markedTexts(document), [WRONG]);
          const [fix] = await fixesOf(document, document.lineAt(1).range);
          assert.equal(fix?.title, `Change to WT${D}`);
        } finally {
          await closeAll();
          needs?.dispose();
        }
      });
    }

    it('every cell of a notebook, even if not visible, and in an added one', async () => {
      const { notebook } = await openNotebook(MANY_CELLS);
      for (const { document } of notebook.getCells()) await waitForMarks(document, 1);
      const added = new NotebookCellData(NotebookCellKind.Code, SWAPPED, 'plaintext');
      const edit = new WorkspaceEdit();
      edit.set(notebook.uri, [NotebookEdit.insertCells(MANY_CELLS.length, [added])]);
      await workspace.applyEdit(edit);
      await waitForMarks(notebook.cellAt(MANY_CELLS.length).document, 2);
    });

    it("a Task's document, without quick fixes, as it is read-only", async () => {
      const { document } = await task(`one\n${WRONG}`);
      await waitForMarks(document, 1);
      assert.deepEqual(markedTexts(document), [WRONG]);
      const [mark] = marksOf(document);
      assert.ok(mark !== undefined);
      assert.deepEqual(await fixesOf(document, mark.range), []);
    });

    it("the fields of a Task's document that do not match the schema", async () => {
      const workspaceSid = sampleSid('WS', 'Acme Contact Centre');
      const taskSid = 'WT0000000000000000000000000000c001';
      const body = { sid: taskSid, workspace_sid: workspaceSid, workflow_sid: `WQ${D}` };
      const text = JSON.stringify({ ...body, task_queue_sid: 'none' });
      await server.putTask(workspaceSid, taskSid, text);
      await fetchTask(`${workspaceSid}/${taskSid}`);
      await waitForMarks(activeTaskDocument(), 2);
      assert.deepEqual(markedTexts(activeTaskDocument()), [`WQ${D}`, 'none']);
    });

    for (const [what, show] of [
      ['output, which nobody writes', output],
      ['text of an extension that is no file', oldSide],
    ] as const) {
      it(`no ${what}`, async () => {
        const { document, needs } = await show(WRONG);
        try {
          // A document that becomes visible later is checked too, so that the first one would be by
          // then.
          await waitForMarks(await openFile('.txt', WRONG), 1);
          assert.deepEqual(marksOf(document), []);
        } finally {
          await closeAll();
          needs?.dispose();
        }
      });
    }

    it('no open document until it is visible', async () => {
      const uri = await writeFile('.txt', WRONG);
      const document = await workspace.openTextDocument(uri);
      await waitForMarks(await openFile('.txt', WRONG), 1);
      assert.deepEqual(marksOf(document), []);
      await window.showTextDocument(document);
      await waitForMarks(document, 1);
    });
  });

  it('follow the setting', async () => {
    const document = await openFile('.txt', SWAPPED);
    await waitForMarks(document, 2);
    try {
      await set('hint');
      await waitFor(() => marksOf(document)[0]?.severity === DiagnosticSeverity.Hint);
      await set('warning');
      await waitFor(() => marksOf(document)[0]?.severity === DiagnosticSeverity.Warning);
      await set('off');
      await waitForMarks(document, 0);
    } finally {
      await set(undefined);
    }
    await waitForMarks(document, 2);
  });

  it('follow the setting of a language', async () => {
    const severity = (document: TextDocument) => marksOf(document)[0]?.severity;
    try {
      await set('warning', 'javascript');
      await set('off', 'python');
      const script = await openFile('.js', `"${WRONG}"`);
      await waitForMarks(script, 1);
      assert.equal(severity(script), DiagnosticSeverity.Warning);
      const text = await openFile('.txt', WRONG);
      await waitForMarks(text, 1);
      assert.equal(severity(text), DiagnosticSeverity.Hint);
      await languages.setTextDocumentLanguage(text, 'python');
      await waitForMarks(text, 0);
      await languages.setTextDocumentLanguage(text, 'javascript');
      await waitForMarks(text, 1);
      assert.equal(severity(text), DiagnosticSeverity.Warning);
    } finally {
      await set(undefined, 'javascript');
      await set(undefined, 'python');
    }
  });

  describe('of a large file', () => {
    const wrong = (count: number) => `${WRONG}\n`.repeat(count);

    it('are at most 500, and a note has the total number', async () => {
      const document = await openFile('.txt', wrong(502));
      const marks = await waitForMarks(document, 501);
      const [note, ...others] = marks.filter(({ code }) => code === 'limit');
      assert.deepEqual(others, []);
      assert.equal(note?.message, '502 SIDs are wrong in this file. The first 500 are marked');
      assert.equal(note.severity, DiagnosticSeverity.Hint);
      assert.deepEqual(note.range, new Range(0, 0, 0, 0));
      const last = Math.max(...marks.map(({ range }) => range.start.line));
      assert.equal(last, 499);
    });

    it('have a note that is a hint even if they are warnings', async () => {
      try {
        await set('warning');
        const marks = await waitForMarks(await openFile('.txt', wrong(501)), 501);
        const hints = marks.filter(({ severity }) => severity !== DiagnosticSeverity.Warning);
        assert.deepEqual(
          hints.map(({ code, severity }) => [code, severity]),
          [['limit', DiagnosticSeverity.Hint]],
        );
      } finally {
        await set(undefined);
      }
    });

    it('have no note if they are exactly 500', async () => {
      const document = await openFile('.txt', wrong(500));
      const marks = await waitForMarks(document, 500);
      assert.ok(marks.every(({ code }) => code === 'malformed-sid'));
    });

    const LIMIT = 2_000_000;
    const NOTE = 'SIDs are checked in the first 2000000 characters of this file only';
    const line = `${'-'.repeat(99)}\n`;

    it('are in the first 2,000,000 characters, which a note explains', async () => {
      const document = await openFile('.txt', `${WRONG}\n${line.repeat(LIMIT / 100)}${WRONG}`);
      const marks = await waitForMarks(document, 2);
      assert.deepEqual(marks.map(({ message }) => message).sort(), [MESSAGE, NOTE].sort());
    });

    it('have no note if it has exactly 2,000,000 characters', async () => {
      const rest = LIMIT - WRONG.length;
      const text = `${line.repeat(rest / 100)}${'-'.repeat(rest % 100)}${WRONG}`;
      assert.equal(text.length, LIMIT);
      const document = await openFile('.txt', text);
      const [mark] = await waitForMarks(document, 1);
      assert.equal(mark?.message, MESSAGE);
    });

    it('do not exist for a SID that the limit cuts off', async () => {
      const before = line.repeat(LIMIT / 100).slice(0, LIMIT - 34);
      const document = await openFile('.txt', `${before}\nWT${D}\nmore`);
      const [note] = await waitForMarks(document, 1);
      assert.equal(note?.message, NOTE);
    });
  });

  it('belong only to the last text after quick typing', async () => {
    const document = await openFile('.txt', '');
    const editor = window.activeTextEditor;
    assert.ok(editor !== undefined);
    for (const prefix of ['wq', 'ws', 'ww', 'wk', 'wr', 'wt']) {
      const all = new Range(0, 0, document.lineCount, 0);
      await editor.edit((edit) => {
        edit.replace(all, `${document.getText().length} ${prefix}${D}`);
      });
    }
    await waitFor(() => marksOf(document)[0]?.message === MESSAGE);
    assert.deepEqual(markedTexts(document), [WRONG]);
  });
});
