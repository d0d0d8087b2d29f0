import assert from 'node:assert/strict';
import {
  commands,
  Position,
  Range,
  window,
  workspace,
  WorkspaceEdit,
  type TextDocument,
} from 'vscode';
import { closeAll, openFile } from '../../support/suite/files.ts';
import { hoverAt } from '../../support/suite/hovers.ts';
import { fixesOf, waitForMarks, marksOf } from '../../support/suite/marks.ts';
import { startAfresh } from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const D = '0123456789abcdef0123456789abcdef';
const WRONG = `wt${D}`;
const SWAPPED = `/v1/Workspaces/WT${D}/Tasks/WS${D}`;

async function mend(document: TextDocument): Promise<string> {
  const [mark] = marksOf(document);
  assert.ok(mark !== undefined);
  const [fix, ...others] = await fixesOf(document, mark.range);
  assert.deepEqual(others, []);
  assert.ok(fix?.edit !== undefined);
  assert.equal(fix.isPreferred, true);
  await workspace.applyEdit(fix.edit);
  return fix.title;
}

describe('A quick fix of a SID', () => {
  beforeEach(startAfresh);
  afterEach(closeAll);

  it('removes its problem', async () => {
    const document = await openFile('.txt', `id ${WRONG}`);
    await waitForMarks(document, 1);
    assert.equal(await mend(document), `Change to WT${D}`);
    assert.equal(document.getText(), `id WT${D}`);
    await waitForMarks(document, 0);
  });

  it('is a link in the hover as well, which does nothing once the text has changed', async () => {
    const document = await openFile('.txt', `id ${WRONG}`);
    await waitForMarks(document, 1);
    const [hover] = await hoverAt(document, 5);
    const [, query = ''] = /command:_taskrouter\.fixSid\?([^)]*)\)/.exec(hover?.value ?? '') ?? [];
    const [argument] = JSON.parse(decodeURIComponent(query)) as unknown[];
    await commands.executeCommand('_taskrouter.fixSid', argument);
    assert.equal(document.getText(), `id WT${D}`);
    await commands.executeCommand('_taskrouter.fixSid', argument);
    assert.equal(document.getText(), `id WT${D}`);
  });

  const mended: [text: string, title: string, result: string][] = [
    [SWAPPED, 'Swap the two SIDs', `/v1/Workspaces/WS${D}/Tasks/WT${D}`],
    [
      `x.workspaces('WT${D}').tasks('WS${D}')`,
      'Swap the two SIDs',
      `x.workspaces('WS${D}').tasks('WT${D}')`,
    ],
    [`- ${WRONG}.`, `Change to WT${D}`, `- WT${D}.`],
    [`- WTO${D.slice(1)}.`, `Change to WT${D}`, `- WT${D}.`],
    [`- WTo${D.slice(1)}.`, `Change to WT${D}`, `- WT${D}.`],
    [`- WT0l${D.slice(2)}.`, `Change to WT${D}`, `- WT${D}.`],
    [`- WT0I${D.slice(2)}.`, `Change to WT${D}`, `- WT${D}.`],
    [`- WTOl${D.slice(2)}.`, `Change to WT${D}`, `- WT${D}.`],
  ];

  it('swaps the SIDs of a path or a call, makes letters uppercase, and O, l, I digits', async () => {
    const document = await openFile('.txt', mended.map(([text]) => text).join('\n'));
    await waitForMarks(document, mended.length + 2);
    const all = new WorkspaceEdit();
    for (const [line, [, title]] of mended.entries()) {
      const fixes = await fixesOf(document, document.lineAt(line).range);
      assert.deepEqual(new Set(fixes.map((fix) => fix.title)), new Set([title]));
      for (const { range, newText } of fixes[0]?.edit?.get(document.uri) ?? []) {
        all.replace(document.uri, range, newText);
      }
    }
    await workspace.applyEdit(all);
    assert.deepEqual(
      document.getText().split('\n'),
      mended.map(([, , result]) => result),
    );
    await waitForMarks(document, 0);
  });

  it('does not exist for a wrong number of digits, another letter, or a single misplaced SID', async () => {
    const uncertain = [
      `WT${D.slice(1)}`,
      `WT${D}0`,
      `WTg${D.slice(1)}`,
      `task_sid=WZ${D}`,
      `/Workspaces/WT${D}/Tasks`,
    ];
    const document = await openFile('.txt', uncertain.join('\n'));
    await waitForMarks(document, uncertain.length);
    const all = new Range(0, 0, uncertain.length, 0);
    assert.deepEqual(await fixesOf(document, all), []);
  });

  it('belongs to the problem at the given range', async () => {
    const document = await openFile('.txt', `${WRONG}\n\nWSO${D.slice(1)}`);
    await waitForMarks(document, 2);
    const titles = async (line: number) =>
      (await fixesOf(document, document.lineAt(line).range)).map(({ title }) => title);
    assert.deepEqual(await titles(0), [`Change to WT${D}`]);
    assert.deepEqual(await titles(1), []);
    assert.deepEqual(await titles(2), [`Change to WS${D}`]);
  });

  it('fixes the current text, and not that of the time of the check', async () => {
    const document = await openFile('.txt', WRONG);
    const [mark] = await waitForMarks(document, 1);
    assert.ok(mark !== undefined);
    const before = await fixesOf(document, mark.range);
    assert.equal(before.length, 1);
    await window.activeTextEditor?.edit((edit) => {
      edit.insert(new Position(0, 0), '12 ');
    });
    // None, or the right one by now.
    for (const { edit } of await fixesOf(document, mark.range)) {
      assert.deepEqual(edit?.get(document.uri)[0]?.range, new Range(0, 3, 0, 3 + WRONG.length));
    }
    await waitFor(() => marksOf(document)[0]?.range.start.character === 3);
    await mend(document);
    assert.equal(document.getText(), `12 WT${D}`);
  });
});
