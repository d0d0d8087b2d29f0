import assert from 'node:assert/strict';
import { oneLine } from '../../../src/core/messages/oneLine.ts';

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
