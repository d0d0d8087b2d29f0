import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { animation } from '../support/screenshots/animation.ts';
import { pictures } from '../support/screenshots/pictures.ts';

const MOST_BYTES = 120 * 1024;
const MOST_BYTES_OF_ANIMATION = 400 * 1024;
const MOST_WORDS = 1800;
/** In a sentence; longer ones are two thoughts. */
const MOST_SENTENCE_WORDS = 25;
const FOLDER = 'media/screenshots';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly title: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, { default: unknown }>> };
    readonly languageModelTools: readonly { readonly toolReferenceName: string }[];
  };
}

const read = (path: string) => readFileSync(resolve(path), 'utf8');
const readme = read('README.md');
const unwrapped = readme.replace(/\s+/g, ' ');
const { contributes } = JSON.parse(read('package.json')) as Manifest;
const texts = JSON.parse(read('package.nls.json')) as Readonly<Record<string, string>>;

/** Of pictures that are shown, however they are written. */
const shownPictures = (): string[] =>
  [/\b(?:src|srcset)="([^"]*)"/g, /!\[[^\]]*\]\(([^)]*)\)/g].flatMap((pattern) =>
    Array.from(readme.matchAll(pattern), ([, source = '']) => source),
  );

const linkedPictures = (): string[] =>
  Array.from(readme.matchAll(/(?<!!)\[[^\]]*\]\(([^)]*\.png)\)/g), ([, source = '']) => source);

/** The sentences of a Markdown text, without code blocks, tags and addresses. */
const sentences = (text: string): string[] =>
  text
    .replace(/^```[^]*?^```$/gm, '')
    .replace(/<[^>]+>|\]\([^)]*\)/g, ' ')
    .split(/\n\s*\n|\n(?=\s*(?:- |\d+\. |#|\|))|\|/)
    .flatMap((block) => block.split(/(?<=[.!?]["*_)]*)\s+/))
    .map((sentence) => sentence.trim().replace(/\s+/g, ' '));

const names = (text: string): string[] =>
  Array.from(text.matchAll(/\]\(command:(\w+(?:\.\w+)?)\)/g), ([, id = '']) => id);

describe('README', () => {
  const taken = pictures.flatMap(({ name }) =>
    ['light', 'dark'].map((theme) => `${FOLDER}/${name}-${theme}.png`),
  );

  it('shows or links the pictures that are taken of the editor, each light and dark, and no others', () => {
    const all = [...taken, `${FOLDER}/${animation.name}`].sort();
    assert.deepEqual([...shownPictures(), ...linkedPictures()].sort(), all);
    assert.deepEqual(
      readdirSync(resolve(FOLDER))
        .map((name) => `${FOLDER}/${name}`)
        .sort(),
      all,
    );
    for (const picture of taken) {
      const png = readFileSync(resolve(picture));
      assert.ok(png.length > 5_000 && png.length < MOST_BYTES, `${picture}: ${png.length} bytes`);
      const height = pictures.find(({ name }) => picture.includes(`/${name}-`))?.height;
      assert.deepEqual([png.readUInt32BE(16), png.readUInt32BE(20)], [1280, height], picture);
    }
  });

  it('has an animation that is small, and plays only for those who open it', () => {
    const gif = readFileSync(resolve(FOLDER, animation.name));
    assert.ok(gif.length > 50_000 && gif.length < MOST_BYTES_OF_ANIMATION, `${gif.length} bytes`);
    const { width, height } = animation;
    assert.deepEqual([gif.readUInt16LE(6), gif.readUInt16LE(8)], [width, height]);
    // A README cannot ask for reduced motion.
    const folded = readme.match(/<details>[^]*?<\/details>/g)?.join('') ?? '';
    assert.ok(folded.includes(`src="${FOLDER}/${animation.name}"`));
  });

  it('shows a picture that VS Code shows as well, and says in words what is on it', () => {
    const shown = Array.from(readme.matchAll(/<img\b[^>]*>/g), ([tag]) => tag);
    assert.equal(shown.length, shownPictures().length);
    assert.ok(shown.length > 0);
    for (const tag of shown) assert.match(tag, /\balt="\w+ [^"]+"/);
    assert.doesNotMatch(readme, /<picture\b|\bsrcset=/);
  });

  it('is short, and begins with what it is, three steps and the features', () => {
    const words = readme.split(/\s+/).length;
    assert.ok(words <= MOST_WORDS, `${words} words`);
    const headings = Array.from(readme.matchAll(/^## (.*)$/gm), ([, heading]) => heading);
    assert.deepEqual(headings.slice(0, 3), ['First use', 'Features', 'Settings']);
    const steps = Array.from(readme.matchAll(/^(\d)\. \*\*/gm), ([, number]) => number);
    assert.deepEqual(steps, ['1', '2', '3']);
  });

  for (const file of ['README.md', 'CHANGELOG.md', 'SECURITY.md']) {
    it(`has no long sentence in ${file}`, () => {
      const all = sentences(read(file));
      assert.ok(all.length > 50);
      const long = all.filter((sentence) => sentence.split(' ').length > MOST_SENTENCE_WORDS);
      assert.deepEqual(long, []);
    });

    it(`calls a TaskQueue by its name in ${file}`, () => {
      assert.doesNotMatch(read(file), /Task\s+Queue/);
    });
  }

  it('leads to files and headings that there are', () => {
    const links = Array.from(
      readme.matchAll(/(?<!!)\[[^\]]*\]\(([^)]*)\)/g),
      ([, link = '']) => link,
    );
    const headings = Array.from(readme.matchAll(/^#+ (.*)$/gm), ([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\w\s-]/g, '')
        .replace(/\s/g, '-'),
    );
    assert.ok(links.length > 5);
    for (const link of links.filter((one) => !one.startsWith('https://'))) {
      if (link.startsWith('#')) assert.ok(headings.includes(link.slice(1)), link);
      else assert.ok(existsSync(resolve(link)), link);
    }
  });

  it('lists each setting with its default', () => {
    for (const [key, { default: value }] of Object.entries(contributes.configuration.properties)) {
      const row = readme.split('\n').find((line) => line.startsWith(`| \`${key}\``));
      assert.ok(row, `${key} is not in the table`);
      if (String(value).length > 0 && String(value).length < 20) {
        assert.ok(row.includes(`\`${String(value)}\``), `${key} is ${String(value)} by default`);
      }
    }
  });

  it('names the commands and the tool as the editor does', () => {
    const unnamed = contributes.commands
      .map(({ title }) => texts[title.slice(1, -1)] ?? title)
      // What a row or a title bar offers names itself there.
      .filter((title) => title.includes('Task ') || title.includes('Twilio'))
      .filter((title) => !unwrapped.includes(title));
    assert.deepEqual(unnamed, []);
    for (const { toolReferenceName } of contributes.languageModelTools) {
      assert.ok(readme.includes(`#${toolReferenceName}`), toolReferenceName);
    }
  });

  it('begins as the welcome view and the walkthrough do, with the same steps and commands', () => {
    const plain = readme.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/\s+/g, ' ');
    assert.ok(plain.startsWith(`# TaskRouter Lens ${texts['description'] ?? ''}`));
    assert.ok(plain.includes(`"${texts['walkthrough'] ?? ''}"`));
    const firstUse = /^## First use\n([^]*?)^## /m.exec(readme)?.[1]?.replace(/\s+/g, ' ') ?? '';
    const welcome = texts['welcome.noProfile'] ?? '';
    const walkthrough = ['explain', 'sample', 'credentials', 'fetch'];
    const led = walkthrough.flatMap((step) => names(texts[`walkthrough.${step}.text`] ?? ''));
    for (const id of names(welcome)) assert.ok(led.includes(id), id);
    const labels = [
      welcome,
      ...walkthrough.slice(1).map((step) => texts[`walkthrough.${step}.text`]),
    ]
      .join(' ')
      .matchAll(/\[([^\]]+)\]\(command:/g);
    const named = Array.from(labels, ([, label = '']) => label);
    assert.ok(named.length > 5);
    for (const label of named) assert.ok(firstUse.includes(`**${label}**`), label);
    for (const step of walkthrough) {
      const title = texts[`walkthrough.${step}`] ?? '';
      assert.ok(firstUse.includes(`**${title}`), title);
    }
  });
});
