import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { collectTexts } from '../../support/l10n/collectTexts.ts';
import { parseSource, sourceFiles } from '../../support/l10n/sourceFiles.ts';
import { preservedParts, readTexts } from '../../support/l10n/translations.ts';

/** By the editor's name for it. What ends with an ellipsis there, and quotes of other languages. */
const LANGUAGES = [
  { language: 'es', ellipsis: '…', foreign: /[“”"„「」]/ },
  { language: 'ja', ellipsis: '...', foreign: /[“”"„«»]/ },
] as const;

const collected = collectTexts(sourceFiles());
const manifestTexts = readTexts('package.nls.json');
/** Other than "WT…", which stands for the rest of a SID. */
const trailsOff = (text: string, ellipsis: string) =>
  text.endsWith(ellipsis) && !/\b(?:WT|TWILIO_)…$/.test(text);
const sorted = (texts: Iterable<string>) => [...texts].sort();

describe('The texts of the code', () => {
  it('are literals', () => {
    assert.deepEqual(collected.faults, []);
    const code = "message(text); l10n.t(`of ${name}`); l10n.t('Found'); message('Lost', name);";
    const { texts, faults } = collectTexts([parseSource('src/some.ts', code)]);
    assert.deepEqual(
      [...texts],
      [
        ['Found', 'src/some.ts:1'],
        ['Lost', 'src/some.ts:1'],
      ],
    );
    assert.equal(faults.length, 2);
  });

  it('are left out if only a language model reads them', () => {
    const code =
      "refusalForModel('kind', message('For a model.'), 'advice'); message('For a user.');";
    const { texts } = collectTexts([parseSource('src/some.ts', code)]);
    assert.deepEqual([...texts.keys()], ['For a user.']);
  });
});

describe('Translations', () => {
  it('are there for each language twice: for the code and for package.json', () => {
    const languages = (folder: string, name: RegExp) =>
      sorted(readdirSync(folder).flatMap((file) => name.exec(file)?.[1] ?? []));
    const expected = LANGUAGES.map(({ language }) => language);
    assert.deepEqual(languages('l10n', /^bundle\.l10n\.(.+)\.json$/), expected);
    assert.deepEqual(languages('.', /^package\.nls\.(.+)\.json$/), expected);
  });

  for (const { language, ellipsis, foreign } of LANGUAGES) {
    describe(`into ${language}`, () => {
      const ofCode = readTexts(`l10n/bundle.l10n.${language}.json`);
      const ofManifest = readTexts(`package.nls.${language}.json`);
      const pairs = [
        ...Object.entries(ofCode),
        ...Object.entries(ofManifest).map(
          ([key, text]) => [manifestTexts[key] ?? '', text] as const,
        ),
      ];

      it('are there for each text of the code, and for no other', () => {
        const missing = [...collected.texts].filter(([text]) => !Object.hasOwn(ofCode, text));
        const unused = Object.keys(ofCode).filter((text) => !collected.texts.has(text));
        assert.deepEqual({ missing, unused }, { missing: [], unused: [] });
      });

      it('are there for each text of package.json, and for no other', () => {
        assert.deepEqual(sorted(Object.keys(ofManifest)), sorted(Object.keys(manifestTexts)));
      });

      it('are sorted by what they translate', () => {
        assert.deepEqual(Object.keys(ofCode), sorted(Object.keys(ofCode)));
        assert.deepEqual(Object.keys(ofManifest), Object.keys(manifestTexts));
      });

      it('keep what is filled in, drawn or run, and the names of things', () => {
        for (const [english, text] of pairs)
          assert.deepEqual(preservedParts(text), preservedParts(english));
      });

      it('have something to say, in the quotes and with the ellipsis of the language', () => {
        for (const [english, text] of pairs) {
          assert.match(text, /^\S(?:[^]*\S)?$/, english);
          assert.doesNotMatch(text, foreign);
          assert.equal(trailsOff(text, ellipsis), trailsOff(english, '…'), text);
        }
      });

      it('call a command as its own title does', () => {
        const titles = Object.entries(manifestTexts).filter(([key]) => key.startsWith('command.'));
        for (const [key, title] of titles) {
          // Of one word alone it cannot be told whether a command is meant.
          if (!title.includes(' ')) continue;
          for (const [english, text] of pairs) {
            if (!english.includes(title)) continue;
            assert.ok(text.includes(ofManifest[key] ?? ''), `${text}: ${ofManifest[key] ?? ''}`);
          }
        }
      });

      it('translate the same text of code and package.json alike', () => {
        for (const [key, english] of Object.entries(manifestTexts)) {
          if (!Object.hasOwn(ofCode, english)) continue;
          assert.equal(ofManifest[key], ofCode[english]);
        }
      });
    });
  }
});
