import assert from 'node:assert/strict';
import { oneLine, withoutLinks } from '../../../src/core/messages/plainText.ts';
import { plainText } from '../../../src/editor/ui/plainText.ts';

describe('plainText', () => {
  const cases: [what: string, text: string, plain: string][] = [
    ['leaves words as they are', 'Support (nights), $5 [a] (b)', 'Support (nights), $5 [a] (b)'],
    ['makes no icon', '$(alert)', '$\u200b(alert)'],
    ['makes no link', '[x](command:y)', '[x]\u200b(command:y)'],
    ['makes no icon of what is one without something unseen', '$\u200b(alert)', '$\u200b(alert)'],
    ['makes no link of what is one without something unseen', '[x]\u2060(a)', '[x]\u200b(a)'],
    ['leaves out what turns the order of characters', 'a \u202e(cod.exe\u202c', 'a (cod.exe'],
    ['is one line', 'a\n\nb', 'a b'],
  ];
  for (const [what, text, plain] of cases) {
    it(what, () => {
      assert.equal(plainText(text), plain);
    });
  }
});

describe('oneLine', () => {
  const cases: [what: string, text: string, line: string][] = [
    ['leaves a line as it is', 'Support, Level 2 (nights)', 'Support, Level 2 (nights)'],
    ['leaves other scripts as they are', 'Größe 漢字 العربية עברית', 'Größe 漢字 العربية עברית'],
    ['leaves emoji as they are', '👩‍💻 🇫🇷 ☎️', '👩‍💻 🇫🇷 ☎️'],
    ['leaves the joiners that some scripts are written with', 'می‌خواهم', 'می‌خواهم'],
    ['makes one space of any space', ' a \t b\u00a0c\u3000d ', 'a b c d'],
    ['makes one space of any end of a line', 'a\nb\r\nc\rd\u2028e\u2029f\vg\fh', 'a b c d e f g h'],
    [
      'leaves out what turns the order of characters',
      'a\u202egnp.exe\u202c\u2066b\u2069',
      'agnp.exeb',
    ],
    ['leaves out what has no width', 'Sup\u200bport\u00ad\ufeff\u2060', 'Support'],
    ['leaves out control characters', 'a\u0000b\u001b[31mc\u007f\u009b', 'ab[31mc'],
    ['makes one space of two that something unseen parts', 'a \u202e b', 'a b'],
    ['leaves out halves of pairs', '\udc00a\ud800b', 'ab'],
    ['is empty for what nobody sees', '\u200b \n\u202e', ''],
  ];
  for (const [title, text, line] of cases) {
    it(title, () => {
      assert.equal(oneLine(text), line);
      assert.equal(oneLine(line), line);
    });
  }
});

/** What makes a link, a tag or an entity of plain text, as GitHub's Markdown has it. */
const LINKING = [
  /(?:https?|ftp):\/\//i,
  /www\./i,
  /[\w.+-]+@[\w-]/,
  /<[a-z][a-z0-9+.-]*:/i,
  /<[/!?]?[a-z]/i,
  /&#?\w+;/,
];

describe('withoutLinks', () => {
  const linked = [
    'https://evil.example/x',
    'HTTP://evil.example',
    'ftp://evil.example',
    'www.evil.example',
    'WWW.evil.example',
    'bob@evil.example',
    'mailto:bob@evil.example',
    '<command:taskrouter.fetchTask>',
    '<https://evil.example>',
    '<b>bold</b>',
    '<?php',
    '<!-- x -->',
    '&lt;img&gt;',
    '&#60;b&#x3e;',
  ];
  for (const text of linked) {
    it(`makes plain text of ${text}, which reads the same`, () => {
      assert.ok(LINKING.some((pattern) => pattern.test(text) || text.startsWith('<')));
      const plain = withoutLinks(text);
      for (const pattern of LINKING) assert.doesNotMatch(plain, pattern);
      assert.equal(plain.replaceAll('\u200b', ''), text);
    });
  }

  it('leaves all other text as it is', () => {
    const text = 'Pending · TaskQueue www: 1 > 0 · 2 h old · profile a/b · fetched 9:41:12';
    assert.equal(withoutLinks(text), text);
  });
});
