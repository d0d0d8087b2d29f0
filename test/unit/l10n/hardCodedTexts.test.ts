import assert from 'node:assert/strict';
import { hardCodedTexts } from '../../support/l10n/hardCodedTexts.ts';
import { parseSource, sourceFiles } from '../../support/l10n/sourceFiles.ts';

/** What is the same in every language, with where it stands. */
const UNTRANSLATED: readonly (readonly [string, RegExp])[] = [
  // What is sent to a language model.
  ['src/core/assistant/', /./],
  ['src/editor/assistant/confirmedTool.ts', /^Tell the user what the message says\.$/],
  // Code to be copied.
  ['src/core/copy/codeSnippet.ts', /^import twilio/],
  ['src/core/copy/attributesType.ts', /^\/\*\*/],
  // Twilio's names of products and resources.
  ['src/core/sids/catalog/', /^\p{Lu}/u],
  ['src/core/sids/sidNames.ts', /^\p{Lu}/u],
  ['src/core/resources/resourceKind.ts', /^\p{Lu}/u],
  // What expressions of TaskRouter are written with.
  ['src/core/routing/expression/', /^(?:true|false|(?:NOT )?IN|task\.|worker\.)$/],
  // A company's own data.
  ['src/sample/', /./],
  // Examples of what to type, and what is sent.
  ['src/core/tasks/search/searchQuery.ts', /^name == 'value'$/],
  ['src/editor/fetch/tasksFinder.ts', /^customer_id == '4711'$/],
  ['src/editor/sidebar/askForFilter.ts', /^customer\.tier == 'gold'/],
  ['src/editor/accounts/flows/endpointPrompt.ts', /^(?:au1 sydney|https:\/\/…)$/],
  ['src/editor/accounts/flows/credentialFlow.ts', /^SK…$/],
  ['src/editor/workspaces/workspaceFinder.ts', /^WS…$/],
  ['src/editor/sids/sidHover.ts', /^`GET $/],
];

const untranslated = (place: string, text: string) =>
  UNTRANSLATED.find(([where, what]) => place.startsWith(where) && what.test(text));
const textsIn = (code: string) =>
  hardCodedTexts([parseSource('src/editor/some.ts', code)]).map(({ text }) => text);

describe('Texts in the code', () => {
  const found = hardCodedTexts(sourceFiles());

  it('are handed over to be translated', () => {
    const hardCoded = found.filter(({ place, text }) => untranslated(place, text) === undefined);
    assert.deepEqual(hardCoded, []);
  });

  it('are left in English where that is said, and only there', () => {
    const met = new Set(found.map(({ place, text }) => untranslated(place, text)));
    assert.deepEqual(
      UNTRANSLATED.filter((exception) => !met.has(exception)),
      [],
    );
  });

  for (const code of [
    "void window.showErrorMessage('Failed');",
    'void window.showErrorMessage(`Failed: ${reason}`);',
    "await window.showWarningMessage(l10n.t('Sure?'), { modal: true, detail: 'really' }, yes);",
    "await window.showQuickPick(items, { placeHolder: 'choose' });",
    "await window.showQuickPick(['one', 'other']);",
    "box.title = 'Choose';",
    "item.tooltip = isOld ? 'stale' : undefined;",
    'const item = { label: `$(add) Add` };',
    "const texts = ['Reading it took too long'];",
    "const sentence = isFound ? l10n.t('Found') : 'Not found anywhere';",
    "const all = l10n.t('{0} of {1}', 'one', count);",
    "const all = message('{0} of {1}', isOne ? 'one' : name, count);",
    "markdown.appendMarkdown('**stale**');",
    "element('p', {}, 'stale');",
    "element('p', {}, value, isOld ? ' stale' : '');",
    "element('button', { attributes: { type: 'button', 'aria-label': 'copy' } }, value);",
    "node.textContent = 'stale';",
  ]) {
    it(`would be found in ${code}`, () => {
      assert.notDeepEqual(textsIn(code), []);
    });
  }

  for (const code of [
    "import { window } from 'vscode';",
    "void window.showErrorMessage(l10n.t('It failed.'));",
    "const words = message('It failed for {0}.', name);",
    "throw new Error('This cannot be.');",
    "await runner.run('Do what a page asks for', work);",
    "const item = { label: '$(add)', command: 'taskrouter.fetchTask' };",
    'const item = { description: `· ${name}` };',
    "if (kind === 'Something like this') return;",
    "element('p', { class: 'note quiet', attributes: { role: 'tree' } }, value);",
    "type Kind = 'Something like this';",
  ]) {
    it(`would not be found in ${code}`, () => {
      assert.deepEqual(textsIn(code), []);
    });
  }
});
