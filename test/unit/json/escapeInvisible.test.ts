import assert from 'node:assert/strict';
import { escapeInvisible } from '../../../src/core/json/escapeInvisible.ts';

describe('escapeInvisible', () => {
  for (const [text, shown] of [
    ['invoice\u202egpj.exe', 'invoice\\u202egpj.exe'],
    ['a\u200bb\u2066c\ufeff', 'a\\u200bb\\u2066c\\ufeff'],
    ['soft\u00adhyphen\u2028', 'soft\\u00adhyphen\\u2028'],
    ['half \ud83d', 'half \\ud83d'],
    ['\u{1d173}', '\\ud834\\udd73'],
  ] as const) {
    it(`shows ${JSON.stringify(shown)}`, () => {
      assert.equal(escapeInvisible(text), shown);
    });
  }

  for (const text of ['שלום عالم', '👩‍💻 🏴󠁧󠁢󠁥󠁮󠁧󠁿', 'می‌خواهم', 'é\n\t', 'e\u0301']) {
    it(`leaves ${JSON.stringify(text)} as it is`, () => {
      assert.equal(escapeInvisible(text), text);
    });
  }
});
