import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import {
  missingFiles,
  missingInSpans,
  projectNames,
  readNamed,
  readProject,
  splitComments,
  unknownNames,
  type NamedText,
} from '../support/mentions/mentions.ts';

/** Names in the code of VS Code, of Twilio and of packages. */
const FOREIGN = [
  'json.maxItemsComputed',
  'useProxySettings',
  'ExtHostWindow.openUri',
  'TranscriptionConfiguration',
  'MailerSid',
  'DownloadVersion',
];

const DOCUMENTS = ['CONTRIBUTING.md', 'src/README.md', 'test/README.md'];
const SETTINGS = ['package.json', '.vscode/launch.json', '.github/workflows/ci.yml'];
const files = readProject('src', 'test');
const names = projectNames(files);
const unknownIn = (texts: readonly NamedText[]) =>
  texts
    .flatMap((text) => unknownNames(text, names))
    .filter((mention) => !FOREIGN.some((foreign) => mention.endsWith(`: ${foreign}`)));

describe('What comments mention', () => {
  const comments = files.map(({ path, text }) => ({ path, text: splitComments(text).comments }));

  it('are files and folders that exist', () => {
    assert.ok(comments.filter(({ text }) => text !== '').length > 200);
    assert.deepEqual(
      comments.flatMap((text) => missingFiles(text, names)),
      [],
    );
  });

  it('are names that the code has', () => {
    assert.deepEqual(unknownIn(comments), []);
  });
});

describe('What the documents for developers mention', () => {
  const documents = DOCUMENTS.map(readNamed);

  it('are files and folders that exist, as in the settings of tools', () => {
    const texts = [...documents, ...SETTINGS.map(readNamed)];
    assert.deepEqual(
      [
        ...texts.flatMap((text) => missingFiles(text, names)),
        ...documents.flatMap((text) => missingInSpans(text)),
      ],
      [],
    );
  });

  it('are names that the code has', () => {
    assert.deepEqual(unknownIn(documents), []);
  });

  it('are scripts of package.json', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      readonly scripts: Readonly<Record<string, string>>;
    };
    const run = documents.flatMap(({ text }) =>
      Array.from(text.matchAll(/\bnpm run ([\w:]+)/g), ([, script = '']) => script),
    );
    assert.ok(run.length > 20);
    assert.deepEqual(
      run.filter((script) => !(script in scripts)),
      [],
    );
  });

  it('are links that lead to files and headings', () => {
    for (const { path, text } of documents) {
      for (const [, file = '', heading] of text.matchAll(/\]\(([^)#]*)(?:#([^)]*))?\)/g)) {
        const target = file === '' ? path : join(dirname(path), file);
        assert.ok(existsSync(target), `${path}: ${file}`);
        const headings = readFileSync(target, 'utf8').match(/^#+ .*$/gm) ?? [];
        const slugs = headings.map((one) =>
          one.replace(/^#+ /, '').toLowerCase().replaceAll(' ', '-'),
        );
        assert.ok(heading === undefined || slugs.includes(heading), `${path}: #${heading ?? ''}`);
      }
    }
  });
});

describe('CONTRIBUTING', () => {
  it('has at most 1,200 words', () => {
    const words = readFileSync('CONTRIBUTING.md', 'utf8').match(/\S+/g) ?? [];
    assert.ok(words.length <= 1200, `${words.length} words`);
  });
});

describe('The check of mentions', () => {
  const path = 'src/extension.ts';

  it('finds a file, a folder and a name that are gone', () => {
    // In parts, lest this test have the name itself.
    const gone = ['gone', 'Method'].join('');
    const text = `See \`src/core/nowhere\`, goneFile.ts and \`TaskStore.${gone}\`.`;
    assert.deepEqual(missingFiles({ path, text }, names), [
      `${path}: src/core/nowhere`,
      `${path}: goneFile.ts`,
    ]);
    assert.deepEqual(unknownNames({ path, text }, names), [`${path}: TaskStore.${gone}`]);
  });

  it('accepts a file with or without its ending, a folder, and names of the code and of VS Code', () => {
    const text =
      'See `src/core/json`, src/editor/settings.ts, src/editor/settings, `TaskStore` and `registerCommand`.';
    assert.deepEqual(missingFiles({ path, text }, names), []);
    assert.deepEqual(unknownNames({ path, text }, names), []);
  });

  it('takes a name that only comments have for one that is gone', () => {
    const text = '/** As `onceThere` does. */\nconst isThere = true;';
    const { words } = projectNames([{ path: 'src/some.ts', text }]);
    assert.deepEqual([words.has('onceThere'), words.has('isThere')], [false, true]);
  });
});
