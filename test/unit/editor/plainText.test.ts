import assert from 'node:assert/strict';
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
