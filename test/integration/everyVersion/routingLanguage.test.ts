import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  extensions,
  MarkdownString,
  Range,
  Uri,
  workspace,
  type CompletionList,
  type DocumentSymbol,
  type InlayHint,
  type Location,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
} from 'vscode';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import { closeAll, openFile } from '../../support/suite/files.ts';
import { hoverAt, plainHover } from '../../support/suite/hovers.ts';
import {
  activeTaskDocument,
  fetchTask,
  server,
  startAfresh,
} from '../../support/suite/taskSuite.ts';

const NAME = 'Acme Contact Centre';
const WORKSPACE = sampleSid('WS', NAME);
const QUEUE = sidIn({ name: NAME }, 'WQ', 'Support');
const WORKFLOW = sidIn({ name: NAME }, 'WW', 'Messages');
const TASK = 'WT0000000000000000000000000000b002';

const configuration = JSON.stringify(
  {
    task_routing: {
      filters: [
        {
          filter_friendly_name: 'Spanish',
          expression: "language == 'es' AND taskrouter.currentHour > 8",
          targets: [
            { queue: QUEUE, timeout: 30, expression: "worker.languages HAS 'es'" },
            { skip_if: 'workers.available == 0' },
          ],
        },
      ],
      default_filter: { queue: QUEUE },
    },
  },
  undefined,
  2,
);

/** Asks until the answer is yes, as long as the test may take. */
async function until(condition: () => Promise<boolean>): Promise<void> {
  while (!(await condition()));
}

/** Where a part stands first in a document, and how many characters further on. */
function offsetIn(document: TextDocument, part: string, further = 0): number {
  const offset = document.getText().indexOf(part);
  assert.ok(offset >= 0, `${part} is not in the document`);
  return offset + further;
}

async function completionsAt(document: TextDocument, offset: number) {
  const { items } = await commands.executeCommand<CompletionList>(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(offset),
  );
  return items.map(({ label, insertText, documentation }) => ({
    ...(typeof label === 'string' ? { label } : label),
    ...{ insertText, documentation },
  }));
}

const labelsAt = async (document: TextDocument, offset: number) =>
  (await completionsAt(document, offset)).map(({ label }) => label);

async function hintsIn(document: TextDocument): Promise<readonly string[]> {
  const hints = await commands.executeCommand<InlayHint[]>(
    'vscode.executeInlayHintProvider',
    document.uri,
    new Range(0, 0, document.lineCount, 0),
  );
  return hints.map(({ label }) => (typeof label === 'string' ? label : ''));
}

const definitionAt = (document: TextDocument, offset: number) =>
  commands.executeCommand<Location[]>(
    'vscode.executeDefinitionProvider',
    document.uri,
    document.positionAt(offset),
  );

/** The coloured texts of a document with their types. */
async function colorsIn(document: TextDocument): Promise<readonly string[]> {
  const legend = await commands.executeCommand<SemanticTokensLegend>(
    'vscode.provideDocumentSemanticTokensLegend',
    document.uri,
  );
  const { data } = await commands.executeCommand<SemanticTokens>(
    'vscode.provideDocumentSemanticTokens',
    document.uri,
  );
  const found: string[] = [];
  let [line, character] = [0, 0];
  for (let at = 0; at < data.length; at += 5) {
    const [lines = 0, characters = 0, length = 0, type = 0] = data.slice(at, at + 4);
    character = lines === 0 ? character + characters : characters;
    line += lines;
    const text = document.getText(new Range(line, character, line, character + length));
    found.push(`${text} ${legend.tokenTypes[type] ?? ''}`);
  }
  return found;
}

async function openWorkflow(): Promise<TextDocument> {
  const body = JSON.stringify({
    ...{ sid: WORKFLOW, workspace_sid: WORKSPACE, friendly_name: 'Messages', configuration },
  });
  await server.fault({ status: 200, body, match: WORKFLOW });
  const uri = Uri.parse(`taskrouter://env/${WORKSPACE}/${WORKFLOW}.json`);
  await commands.executeCommand('_taskrouter.openResource', uri);
  return activeTaskDocument();
}

const kinds: readonly (readonly [what: string, open: () => Promise<TextDocument>])[] = [
  ['a .json file', () => openFile('.json', configuration)],
  [
    'a .tftpl file',
    () => openFile('.tftpl', configuration.replace('"filters"', '${first}\n "filters"')),
  ],
  ["a Workflow's document", openWorkflow],
];

describe('Routing as a language', () => {
  before(() => extensions.getExtension('taskrouter-lens.taskrouter-lens')?.activate());
  beforeEach(startAfresh);
  afterEach(closeAll);

  for (const [what, open] of kinds) {
    describe(`in ${what}`, () => {
      let document: TextDocument;
      beforeEach(async () => {
        document = await open();
        // The code of all this comes with the first document that has routing.
        await until(async () => (await plainHover(document, offsetIn(document, 'AND'))) !== '');
      });

      it('completes expressions', async () => {
        const operators = await labelsAt(document, offsetIn(document, '== '));
        assert.ok(operators.includes('HAS'), operators.join());
        const names = await labelsAt(document, offsetIn(document, 'worker.languages', 3));
        assert.ok(names.includes('worker.activity_name'), names.join());
      });

      it('explains operators, names and keys with their source', async () => {
        const operator = await plainHover(document, offsetIn(document, 'HAS'));
        assert.match(operator, /True if the array on the left has the value on the right\./);
        assert.match(operator, /Documented by Twilio · \[Documentation\]/);
        const name = await plainHover(document, offsetIn(document, 'workers.available'));
        assert.match(name, /Available Workers in the TaskQueue of this target\./);
        const key = await plainHover(document, offsetIn(document, '"skip_if"', 2));
        assert.match(key, /no Reservation is created at once/);
      });

      it('outlines filters and their targets', async () => {
        const symbols = await commands.executeCommand<DocumentSymbol[]>(
          'vscode.executeDocumentSymbolProvider',
          document.uri,
        );
        const filter = symbols.find(({ name }) => name === 'Spanish');
        assert.equal(filter?.detail, "language == 'es' AND taskrouter.currentHour > 8");
        assert.equal(filter.children.length, 2);
        assert.ok(symbols.some(({ name }) => name === 'Default filter'));
      });

      it('colours expressions', async () => {
        const colors = await colorsIn(document);
        for (const color of [
          ...['language property', '== operator', "'es' string", 'AND keyword', '8 number'],
          ...['taskrouter.currentHour variable', 'HAS keyword'],
        ]) {
          assert.ok(colors.includes(color), `${color}: ${colors.join()}`);
        }
      });

      it('asks TaskRouter for nothing', async () => {
        const asked = (await server.requests()).length;
        await plainHover(document, offsetIn(document, QUEUE));
        await hintsIn(document);
        await definitionAt(document, offsetIn(document, QUEUE));
        await labelsAt(document, offsetIn(document, QUEUE));
        assert.equal((await server.requests()).length, asked);
      });
    });
  }

  it('completes the keys of a configuration, and explains them', async () => {
    const document = await openFile('.json', configuration);
    await until(async () => (await plainHover(document, offsetIn(document, 'AND'))) !== '');
    const found = await completionsAt(document, offsetIn(document, '"timeout"', 3));
    const priority = found.find(({ label }) => label === 'priority');
    assert.ok(priority !== undefined, found.map(({ label }) => label).join());
    const { documentation } = priority;
    assert.ok(documentation instanceof MarkdownString);
    assert.match(documentation.value, /keeps its own/);
    assert.ok(!found.some(({ label }) => label === 'default_filter'));
  });

  it('offers attributes of Tasks that were fetched, by their keys alone', async () => {
    const attributes = JSON.stringify({ conversations: { topic: 'secret topic' } });
    const body = { sid: TASK, workspace_sid: WORKSPACE, assignment_status: 'pending', attributes };
    await server.putTask(WORKSPACE, TASK, JSON.stringify(body));
    await fetchTask(`${WORKSPACE}/${TASK}`);
    const document = await openFile('.json', configuration);
    await until(async () =>
      (await labelsAt(document, offsetIn(document, 'language'))).includes('conversations.topic'),
    );
    const all = await completionsAt(document, offsetIn(document, 'language'));
    const said = all.map(({ documentation: about, ...item }) => [
      item,
      about instanceof MarkdownString ? about.value : about,
    ]);
    assert.ok(!JSON.stringify(said).includes('secret topic'));
  });

  it('knows the names of TaskQueues once they were read, and leads to their documents', async () => {
    const document = await openFile('.json', configuration);
    await until(async () => (await plainHover(document, offsetIn(document, 'AND'))) !== '');
    const at = offsetIn(document, QUEUE, 4);
    const [command = ''] = (await hoverAt(document, at)).flatMap(
      ({ value }) =>
        /\[\$\(cloud-download\) Read Names\]\(command:([^)]*)\)/.exec(value)?.[1] ?? [],
    );
    assert.ok(command !== '', 'Read Names is not offered');
    const [id = '', query = ''] = command.split('?');
    const [argument] = JSON.parse(decodeURIComponent(query)) as unknown[];
    await commands.executeCommand(id, argument);
    assert.deepEqual(await hintsIn(document), ['Support', 'Support']);
    assert.match(await plainHover(document, at), /\*\*Support\*\* · profile env/);
    const queues = await completionsAt(document, at);
    const support = queues.find(({ label }) => label === 'Support');
    assert.equal(support?.insertText, QUEUE);
    assert.deepEqual(await definitionAt(document, at), []);

    const uri = Uri.parse(`taskrouter://env/${WORKSPACE}/${QUEUE}.json`);
    await commands.executeCommand('_taskrouter.openResource', uri);
    const asked = (await server.requests()).length;
    const [definition] = await definitionAt(document, at);
    assert.equal(definition?.uri.toString(), uri.toString());
    assert.equal((await server.requests()).length, asked);
  });

  it('is silent where hovers are turned off', async () => {
    const document = await openFile('.json', configuration);
    const at = offsetIn(document, 'AND');
    await until(async () => (await plainHover(document, at)) !== '');
    const settings = workspace.getConfiguration('taskrouter', document);
    await settings.update('hover.enabled', false, ConfigurationTarget.Global);
    try {
      await until(async () => (await plainHover(document, at)) === '');
    } finally {
      await settings.update('hover.enabled', undefined, ConfigurationTarget.Global);
    }
  });
});
