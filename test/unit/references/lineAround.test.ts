import assert from 'node:assert/strict';
import { lineAround } from '../../../src/core/references/lineAround.ts';

const SID = 'WT0123456789abcdef0123456789abcdef';
const LONG = 'so much text '.repeat(100);

const around = (text: string) => lineAround(text, text.indexOf(SID));

describe('lineAround', () => {
  const lines: [what: string, text: string, line: string][] = [
    [
      'is the whole of a short line',
      `one\n  2026 task ${SID} waits\r\nthree`,
      `2026 task ${SID} waits`,
    ],
    ['is the first line', `${SID} is first\n`, `${SID} is first`],
    ['is the last line', `\nlast is ${SID}`, `last is ${SID}`],
    ['leaves out what turns the order of characters', `a \u202e ${SID}\u2069 b`, `a ${SID} b`],
    ['leaves out escape sequences and ends of lines', `\u001b[1m\r${SID}\u0000`, `[1m ${SID}`],
  ];
  for (const [what, text, line] of lines) {
    it(what, () => {
      assert.equal(around(text), line);
    });
  }

  it('begins shortly before the place in a long line, and says so', () => {
    const line = around(`${LONG}${SID} failed because ${LONG}\n`);
    assert.match(line, new RegExp(`^….{1,40}${SID} failed because so much`));
    assert.ok(line.length <= 201);
  });

  it('begins with a long line whose beginning is the place', () => {
    assert.ok(around(`\n${SID} ${LONG}`).startsWith(`${SID} so much`));
  });

  it('cuts no character in half', () => {
    for (const before of ['', 'a']) {
      const line = around(`${'😀'.repeat(500)}${before}${SID}${'😀'.repeat(500)}`);
      assert.doesNotMatch(line, /\p{Cs}/u);
    }
  });
});
