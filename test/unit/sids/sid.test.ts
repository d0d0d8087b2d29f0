import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import { parseSid } from '../../../src/core/sids/parseSid.ts';
import { isSameSid, shortenSid } from '../../../src/core/sids/sid.ts';
import { describeSidFault } from '../../../src/core/sids/sidFault.ts';
import { anyText } from '../../support/json/jsonTexts.ts';

const DIGITS = '0123456789abcdef0123456789ABCDEF';

describe('parseSid', () => {
  it('accepts 32 hex digits in either case after the prefix', () => {
    assert.deepEqual(parseSid(`WT${DIGITS}`, 'WT'), { valid: true, sid: `WT${DIGITS}` });
    assert.deepEqual(parseSid(`WS${DIGITS}`, 'WS'), { valid: true, sid: `WS${DIGITS}` });
  });

  const faults: [text: string, sentence: string][] = [
    ['', 'A Task SID is WT and 32 hex digits'],
    ['W', 'A Task SID is WT and 32 hex digits'],
    ['hello', 'A Task SID is WT and 32 hex digits'],
    [`WT${DIGITS.slice(1)}`, '31 hex digits, 32 expected'],
    [`WT${DIGITS}0`, '33 hex digits, 32 expected'],
    ['WT', '0 hex digits, 32 expected'],
    ['WTa', '1 hex digit, 32 expected'],
    [
      `WT${DIGITS.slice(0, 6)}O${DIGITS.slice(7)}`,
      "Character 9 is 'O', not a hex digit (perhaps 0)",
    ],
    [`WT${DIGITS.slice(0, 31)}😀`, "Character 34 is '😀', not a hex digit"],
    [`WS${DIGITS}`, 'WS… is a Workspace, but a Task starts with WT'],
    ['WA12', 'WA… is an Activity, but a Task starts with WT'],
    [`UD${DIGITS}`, 'UD… is an Autopilot Task, but a Task starts with WT'],
    [`ZZ${DIGITS}`, "a Task starts with WT, not with 'ZZ'"],
    [`wt${DIGITS}`, 'The prefix must be uppercase: WT'],
    [`Wt${DIGITS}`, 'The prefix must be uppercase: WT'],
    [`WT${'X'.repeat(32)}`, 'Placeholder: replace the X characters with 32 hex digits'],
    [`WT${'x'.repeat(12)}`, 'Placeholder: replace the X characters with 32 hex digits'],
    [` WT${DIGITS}`, 'A Task SID is WT and 32 hex digits'],
    [`WT${DIGITS}\n`, 'Character 35 is U+000A, not a hex digit'],
  ];
  for (const [text, sentence] of faults) {
    it(`says of ${JSON.stringify(text)}: ${JSON.stringify(sentence)}`, () => {
      const result = parseSid(text, 'WT');
      assert.ok(!result.valid);
      assert.equal(formatMessage(describeSidFault(result.fault), plainEnglish), sentence);
    });
  }

  it('never throws, and is right about any text', () => {
    const piece = fc.constantFrom(
      'WT',
      'WS',
      'wt',
      '0123456789abcdef',
      'F',
      'x',
      ' ',
      '\n',
      '😀',
      '\ud800',
    );
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: piece }), anyText), (text) => {
        const result = parseSid(text, 'WT');
        assert.equal(result.valid, /^WT[0-9a-fA-F]{32}$/.test(text) && !text.endsWith('\n'));
        if (!result.valid)
          assert.notEqual(formatMessage(describeSidFault(result.fault), plainEnglish), '');
      }),
      { numRuns: 500 },
    );
  });
});

const [lower, upper, other] = [
  `WT${'ab'.repeat(16)}`,
  `WT${'AB'.repeat(16)}`,
  `WT${'cd'.repeat(16)}`,
];

describe('isSameSid', () => {
  it('ignores the case of hex digits, and nothing else', () => {
    assert.equal(isSameSid(lower, lower), true);
    assert.equal(isSameSid(lower, upper), true);
    assert.equal(isSameSid(upper, lower), true);
    assert.equal(isSameSid(lower, other), false);
  });
});

describe('shortenSid', () => {
  it('keeps the prefix and the last digits', () => {
    assert.equal(shortenSid('WT0123456789abcdef0123456789abcdef'), 'WT…89abcdef');
  });
});
