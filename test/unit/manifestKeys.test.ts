import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { contextKeys } from '../../src/editor/commands/manifestNames.ts';
import { sourceText } from '../support/l10n/sourceText.ts';

/** Keys of the editor itself: https://code.visualstudio.com/api/references/when-clause-contexts. */
const OF_THE_EDITOR = new Set([
  ...[
    'activeWebviewPanelId',
    'editorTextFocus',
    'isInDiffEditor',
    'resourceFilename',
    'resource',
    'resourceScheme',
  ],
  ...['view', 'viewItem', 'false', 'focusedView', 'inputFocus', 'listFocus', 'terminalFocus'],
]);

interface Manifest {
  readonly contributes: {
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
  };
}

const text = readFileSync(resolve('package.json'), 'utf8');
const { contributes } = JSON.parse(text) as Manifest;

/** Every key of every clause, wherever it stands. */
function keys(): ReadonlySet<string> {
  const found = new Set<string>();
  JSON.parse(text, (name, value: unknown) => {
    if (typeof value !== 'string') return value;
    const [, awaited] = /^onContext:(.+)$/.exec(value) ?? [];
    const clause = name === 'when' ? value : (awaited ?? '');
    for (const part of clause.split(/\s*(?:&&|\|\|)\s*/)) {
      const [key = ''] = part.replace(/^[!(\s]+/, '').split(/[\s)]/);
      if (key !== '') found.add(key);
    }
    return value;
  });
  return found;
}

const every = (pattern: RegExp, code: string): string[] =>
  [...new Set(Array.from(code.matchAll(pattern), ([, name = '']) => name))].sort();

describe('What package.json and the code both name', () => {
  it('is each setting: it is read, and what is read is one', () => {
    const declared = Object.keys(contributes.configuration.properties);
    const reader = readFileSync(resolve('src/editor/settings.ts'), 'utf8');
    const read = every(/\bread(?:For)?(?:<[^>]*>)?\((?:document, )?'([\w.]+)'/g, reader);
    assert.deepEqual(
      read.map((key) => `taskrouter.${key}`),
      declared.sort(),
    );
    const code = sourceText('src');
    assert.equal(code.split('getConfiguration(').length, reader.split('getConfiguration(').length);
    const used = every(/\bsettings\.(\w+)/g, code);
    assert.deepEqual(
      every(/^ {2}(\w+): \(/gm, reader).filter((name) => !used.includes(name)),
      [],
    );
  });

  it('is each setting that the code watches or leads to', () => {
    const declared = new Set(Object.keys(contributes.configuration.properties));
    const code = sourceText('src/editor');
    const watched = every(/settings\.onDidChange\(\[([^\]]*)\]/g, code)
      .flatMap((keys) => every(/'([\w.]+)'/g, keys))
      .map((key) => `taskrouter.${key}`);
    const opened = every(/openSetting\('([\w.]+)'/g, code).map((key) => `taskrouter.${key}`);
    assert.ok(watched.length > 0 && opened.length > 0);
    const unknown = [...watched, ...opened].filter(
      (key) => key !== 'taskrouter' && !declared.has(key),
    );
    assert.deepEqual(unknown, []);
    // Nothing listens past the reader.
    assert.equal(code.split('affectsConfiguration(').length, 2);
  });

  it('is each key of ours in a clause: the code sets it, and what it sets is asked for', () => {
    const ours = [...keys()].filter((key) => key.startsWith('taskrouter.'));
    assert.deepEqual(Object.values(contextKeys).sort(), ours.sort());
    const code = sourceText('src');
    assert.deepEqual(every(/\bcontextKeys\.(?!ts\b)(\w+)/g, code), Object.keys(contextKeys).sort());
    // Nothing sets one past the table.
    assert.equal(code.split("'setContext'").length, 2);
  });

  it('is no other key in a clause than one of ours or of the editor', () => {
    const unknown = [...keys()].filter(
      (key) => !key.startsWith('taskrouter.') && !OF_THE_EDITOR.has(key),
    );
    assert.deepEqual(unknown, []);
  });
});
