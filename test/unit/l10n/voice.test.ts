import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';

const MAX_WORDS = 25;

/** Turns of phrase that VS Code does not use, and that a reader has to read twice. */
const TURNS =
  /\b(?:broke off|came about|stands? there|not to be expected|all the same|by itself|look (?:at|whether)|takes no connections|with which|by what|(?:is|are) to be|nobody|somebody|whoever|no (?:SID|JSON|number|string|whole))\b/i;

/** Joins two parts that are sentences themselves. */
const JOINED = '{0}; {1}';

const read = (file: string) => JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
const texts = [
  ...Object.keys(read('l10n/bundle.l10n.es.json')),
  ...Object.values(read('package.nls.json')),
];

/** What is read of a text: a command link as its title, and code as a word. */
const visible = (text: string) =>
  text.replace(/\[([^\]]*)\]\(command:[^)]*\)/g, '$1.').replace(/`[^`]*`/g, 'code');

const offending = (breaks: (text: string) => boolean) =>
  texts.filter((text) => text !== JOINED && breaks(visible(text)));

describe('Every text that a user reads', () => {
  it(`has at most ${MAX_WORDS} words in a sentence`, () => {
    const long = offending((text) =>
      text.split(/(?<=[.!?])\s+|\n/).some((sentence) => sentence.split(/\s+/).length > MAX_WORDS),
    );
    assert.deepEqual(long, []);
  });

  it('is no chain of semicolons or colons', () => {
    assert.deepEqual(
      offending((text) => text.includes(';') || (text.match(/:\s/g) ?? []).length > 1),
      [],
    );
  });

  it('is put as VS Code puts it', () => {
    assert.deepEqual(
      offending((text) => TURNS.test(text)),
      [],
    );
  });

  it('calls a TaskQueue by the one word that Twilio has for it', () => {
    assert.deepEqual(
      offending((text) => text.includes('Task Queue')),
      [],
    );
  });
});
