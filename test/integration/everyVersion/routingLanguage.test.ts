import assert from 'node:assert/strict';
import {
  commands,
  ConfigurationTarget,
  extensions,
  MarkdownString,
  Range,
  workspace,
  type DocumentSymbol,
  type SemanticTokens,
  type SemanticTokensLegend,
  type TextDocument,
} from 'vscode';
import { closeAll, openFile } from '../../support/suite/files.ts';
import { plainHover } from '../../support/suite/hovers.ts';
import {
  completionsAt,
  definitionAt,
  hintsIn,
  labelsAt,
  offsetIn,
  QUEUE,
  routingConfiguration,
  routingDocuments,
  until,
} from '../../support/suite/routingDocuments.ts';
import { server, startAfresh } from '../../support/suite/taskSuite.ts';

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

describe('Routing as a language', () => {
  before(() => extensions.getExtension('taskrouter-lens.taskrouter-lens')?.activate());

  for (const [what, open] of routingDocuments) {
    describe(`in ${what}`, () => {
      let document: TextDocument;
      // These tests only read it.
      before(async () => {
        await startAfresh();
        document = await open();
        // The code of all this comes with the first document that has routing.
        await until(async () => (await plainHover(document, offsetIn(document, 'AND'))) !== '');
      });
      after(closeAll);

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

  describe('anywhere', () => {
    beforeEach(startAfresh);
    afterEach(closeAll);

    it('completes the keys of a configuration, and explains them', async () => {
      const document = await openFile('.json', routingConfiguration);
      await until(async () => (await plainHover(document, offsetIn(document, 'AND'))) !== '');
      const found = await completionsAt(document, offsetIn(document, '"timeout"', 3));
      const priority = found.find(({ label }) => label === 'priority');
      assert.ok(priority !== undefined, found.map(({ label }) => label).join());
      const { documentation } = priority;
      assert.ok(documentation instanceof MarkdownString);
      assert.match(documentation.value, /keeps its own/);
      assert.ok(!found.some(({ label }) => label === 'default_filter'));
    });

    it('is silent where hovers are turned off', async () => {
      const document = await openFile('.json', routingConfiguration);
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
});
