import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  DiagnosticSeverity,
  extensions,
  languages,
  Range,
  Uri,
  window,
  workspace,
  type CodeAction,
  type TextDocument,
} from 'vscode';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import { faultyConfiguration, problemsOfIt } from '../../support/suite/faultyRouting.ts';
import { closeAll, openFile } from '../../support/suite/files.ts';
import { marksOf, waitForMarks } from '../../support/suite/marks.ts';
import {
  activeTaskDocument,
  fetchTask,
  server,
  startAfresh,
} from '../../support/suite/taskSuite.ts';
import { waitFor } from '../../support/waiting.ts';

const TASK = 'WT0000000000000000000000000000b003';
const WORKSPACE = sampleSid('WS', 'Acme Contact Centre');
const QUEUE = sidIn({ name: 'Acme Contact Centre' }, 'WQ', 'Support');

const faulty = JSON.stringify(faultyConfiguration, undefined, 2);

interface Shown {
  readonly code: string;
  readonly severity: string | undefined;
  readonly text: string;
  readonly range: Range;
}

const shownIn = (document: TextDocument): readonly Shown[] =>
  marksOf(document)
    .map(({ code, severity, range }) => ({
      code: String(typeof code === 'object' ? code.value : code),
      severity: DiagnosticSeverity[severity],
      ...{ text: document.getText(range), range },
    }))
    .sort((one, other) => one.range.start.compareTo(other.range.start));

const codesIn = (document: TextDocument) =>
  shownIn(document).map(({ code, severity }) => [code, severity]);

async function waitForCodes(document: TextDocument, expected: readonly unknown[][]) {
  await waitFor(() => JSON.stringify(codesIn(document)) === JSON.stringify(expected));
}

const fixesAt = (document: TextDocument, range: Range) =>
  commands.executeCommand<CodeAction[]>(
    'vscode.executeCodeActionProvider',
    document.uri,
    range,
    'quickfix',
  );

const set = (value: string | undefined) =>
  workspace.getConfiguration('taskrouter').update('validation', value, ConfigurationTarget.Global);

const expectedCodes = problemsOfIt.map(([code, severity]) => [code, severity]);
const asDocument = (configuration: string) => JSON.stringify({ sid: 'x', configuration });

const files: readonly (readonly [what: string, ending: string, text: string])[] = [
  ['a .json file', '.json', faulty],
  ['a .jsonc file', '.jsonc', `// of the contact centre\n${faulty}`],
  ['a .tftpl file', '.tftpl', faulty.replace('"task_routing"', '${first}\n "task_routing"')],
  ['a heredoc of a .tf file', '.tf', `configuration = <<EOT\n${faulty}\nEOT\n`],
  ['a string in an answer of the API', '.json', asDocument(faulty)],
  ['a template of TypeScript', '.ts', `const routing = \`${faulty}\`;\n`],
];

describe('Problems of routing', () => {
  before(() => extensions.getExtension('taskrouter-lens.taskrouter-lens')?.activate());
  beforeEach(startAfresh);
  afterEach(closeAll);

  for (const [what, ending, text] of files) {
    it(`are marked in ${what}, and their fixes offered`, async () => {
      const document = await openFile(ending, text);
      await waitForCodes(document, expectedCodes);
      for (const [index, { range }] of shownIn(document).entries()) {
        const titles = (await fixesAt(document, range)).map(({ title }) => title);
        assert.deepEqual(titles, problemsOfIt[index]?.[2]);
      }
    });
  }

  it('link to the page of Twilio that says more', async () => {
    const document = await openFile('.json', faulty);
    await waitForMarks(document, expectedCodes.length);
    const codes = marksOf(document).map(({ code }) => code);
    const [unknown] = codes.filter(
      (code): code is { value: string; target: Uri } =>
        typeof code === 'object' && code.value === 'unknown-name',
    );
    assert.equal(
      unknown?.target.toString(),
      'https://www.twilio.com/docs/taskrouter/worker-presence',
    );
  });

  it("are marked in a Workflow's document, decoded and raw, where nothing can be changed", async () => {
    const name = 'Acme Contact Centre';
    const resource = {
      workspaceSid: sampleSid('WS', name),
      sid: sidIn({ name }, 'WW', 'Messages'),
    };
    const body = JSON.stringify({
      ...{ sid: resource.sid, workspace_sid: resource.workspaceSid, friendly_name: 'Messages' },
      configuration: faulty,
    });
    await server.fault({ status: 200, body, match: resource.sid });
    const uri = Uri.parse(`taskrouter://env/${resource.workspaceSid}/${resource.sid}.json`);
    await commands.executeCommand('_taskrouter.openResource', uri);
    const document = activeTaskDocument();
    await waitForCodes(document, expectedCodes);
    for (const { range } of shownIn(document)) {
      assert.deepEqual(await fixesAt(document, range), []);
    }
    await commands.executeCommand('taskrouter.toggleAttributes', uri);
    await waitFor(() => document.getText().includes('"configuration": "{'));
    await waitForCodes(document, expectedCodes);
  });

  it("are marked in the target_workers of a TaskQueue's document", async () => {
    const document = await openFile('.json', '{"sid": "x", "target_workers": "a HAS \'b\' AND"}');
    await waitForCodes(document, [['dangling-join', 'Error']]);
  });

  it('are hints where what was fetched speaks against an operator, and mended by HAS', async () => {
    const filters = ["tags == 'a'", "language HAS 'es'"].map((expression) => ({
      ...{ filter_friendly_name: expression, expression, targets: [{ queue: QUEUE }] },
    }));
    const routing = { task_routing: { filters, default_filter: { queue: QUEUE } } };
    const document = await openFile('.json', JSON.stringify(routing));
    const attributes = JSON.stringify({ tags: ['a'], language: 'secret' });
    const task = { sid: TASK, workspace_sid: WORKSPACE, assignment_status: 'pending', attributes };
    await server.putTask(WORKSPACE, TASK, JSON.stringify(task));
    await fetchTask(`${WORKSPACE}/${TASK}`);
    await window.showTextDocument(document);
    await waitForCodes(document, [
      ['fetched-list', 'Hint'],
      ['fetched-scalar', 'Hint'],
    ]);
    assert.ok(!marksOf(document).some(({ message }) => message.includes('secret')));
    const [marked] = shownIn(document);
    assert.ok(marked !== undefined);
    const [fix] = await fixesAt(document, marked.range);
    assert.ok(fix?.edit !== undefined);
    await workspace.applyEdit(fix.edit);
    assert.ok(document.getText().includes('"tags HAS \'a\'"'));
    await waitForCodes(document, [['fetched-scalar', 'Hint']]);
  });

  it('are gone once they are mended', async () => {
    const document = await openFile('.tf', `a = <<EOT\n${faulty}\nEOT\n`);
    await waitForCodes(document, expectedCodes);
    const range = shownIn(document).find(({ code }) => code === 'list-without-brackets')?.range;
    assert.ok(range !== undefined);
    const [fix] = await fixesAt(document, range);
    assert.ok(fix?.edit !== undefined);
    assert.equal(fix.isPreferred, true);
    await workspace.applyEdit(fix.edit);
    assert.match(document.getText(), /"language IN \['es', 'en'\]"/);
    await waitForCodes(
      document,
      expectedCodes.filter(([code]) => code !== 'list-without-brackets'),
    );
  });

  it('are as severe as the setting says', async () => {
    const document = await openFile('.json', faulty);
    await waitForCodes(document, expectedCodes);
    // Those of SIDs and those of routing come one after the other.
    const waitForSeverities = (...expected: readonly string[]) =>
      waitFor(() => {
        const severities = new Set(shownIn(document).map(({ severity }) => severity));
        return JSON.stringify([...severities].sort()) === JSON.stringify(expected);
      });
    try {
      await set('warning');
      await waitForSeverities('Hint', 'Warning');
      await set('hint');
      await waitForSeverities('Hint');
      await set('off');
      await waitForMarks(document, 0);
    } finally {
      await set(undefined);
    }
    await waitForCodes(document, expectedCodes);
  });

  it("are not marked where VS Code's JSON extension does", async () => {
    const broken = '{"task_routing": {"filters": [ {"expression": "a == 1" "targets": []} ]}}';
    const template = await openFile('.tftpl', broken);
    await waitForCodes(template, [['invalid-json', 'Error']]);
    const file = await openFile('.json', `${broken.slice(0, -1)}, "x": 1}`);
    await waitFor(() => languages.getDiagnostics(file.uri).length > 0);
    const sources = languages.getDiagnostics(file.uri).map(({ source }) => source);
    assert.ok(!sources.includes('TaskRouter Lens'), sources.join());
    const named = await openFile('.taskrouter-workflow.json', faulty);
    await waitForCodes(
      named,
      expectedCodes.filter(([code]) => code !== 'not-a-number'),
    );
    const text = named.getText();
    const soon = named.positionAt(text.indexOf('"soon"'));
    await waitFor(() =>
      languages.getDiagnostics(named.uri).some(({ range }) => range.contains(soon)),
    );
  });

  it('are looked for once typing has paused, in 1,000 filters too', async () => {
    const target = { queue: QUEUE };
    const filters = Array.from({ length: 1000 }, (_, index) => ({
      ...{ expression: index < 999 ? `level == ${index}` : 'level == 999 AND', targets: [target] },
    }));
    const routing = { task_routing: { filters, default_filter: target } };
    const document = await openFile('.json', JSON.stringify(routing, undefined, 1));
    const last = ['dangling-join', 'Error'];
    await waitForCodes(document, [last]);
    const whileTyping: unknown[] = [];
    const listener = workspace.onDidChangeTextDocument(({ document: changed, contentChanges }) => {
      if (changed !== document || contentChanges.length === 0) return;
      // By then all that listens to the keystroke has done its work.
      setImmediate(() => whileTyping.push(codesIn(document)));
    });
    const type = (offset: number, text: string) =>
      window.activeTextEditor?.edit((edit) => {
        edit.insert(document.positionAt(offset), text);
      });
    try {
      const equals = document.getText().indexOf('==');
      await type(equals + 1, ' ');
      await waitForCodes(document, [['split-operator', 'Error'], last]);
      assert.deepEqual(shownIn(document)[1]?.text, 'AND');
      await type(equals, 'of');
      await waitFor(() => whileTyping.length === 2);
      assert.deepEqual(whileTyping, [[last], [['split-operator', 'Error'], last]]);
    } finally {
      listener.dispose();
    }
  });

  it('appear where routing is typed into a file that had none', async () => {
    const document = await openFile('.json', '{}\n');
    await window.activeTextEditor?.edit((edit) => {
      edit.replace(new Range(0, 0, 1, 0), faulty);
    });
    await waitForCodes(document, expectedCodes);
  });
});
