import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import { parseCredentialSid, pastedSecret } from '../../../src/core/profiles/credentials.ts';
import { parseProfileName } from '../../../src/core/profiles/profileName.ts';
import { anyText } from '../../support/json/jsonTexts.ts';

const DIGITS = '0123456789abcdef0123456789abcdef';

describe('the SID of credentials', () => {
  for (const sid of [
    `SK${DIGITS}`,
    `SKac${DIGITS.slice(2)}`,
    `AC${DIGITS}`,
    ` AC${DIGITS.toUpperCase()}\n`,
  ]) {
    it(`can be ${JSON.stringify(sid)}`, () => {
      assert.deepEqual(parseCredentialSid(sid), { valid: true, value: sid.trim() });
    });
  }

  const pasted: [what: string, text: string][] = [
    ['quotes', `"SK${DIGITS}"`],
    ['quotes and the comma behind them', `'SK${DIGITS}',`],
    ['curly quotes', `\u201cSK${DIGITS}\u201d`],
    ['backticks', `\`SK${DIGITS}\``],
    ['brackets', `<SK${DIGITS}>`],
    ['a semicolon', `SK${DIGITS};`],
    ['the end of a sentence', `SK${DIGITS}.`],
    ['an equals sign', `="SK${DIGITS}"`],
    ['a zero-width space in front', `\u200bSK${DIGITS}`],
    ['a byte order mark', `\ufeffSK${DIGITS}`],
    ['a no-break space', `\u00a0SK${DIGITS}\u00a0`],
    ['a soft hyphen within', `SK\u00ad${DIGITS}`],
    ['a joiner within', `SK${DIGITS.slice(0, 8)}\u2060${DIGITS.slice(8)}`],
    ['marks of direction', `\u202aSK${DIGITS}\u202c`],
    ['a Hangul filler', `\u3164SK${DIGITS}`],
  ];
  for (const [what, text] of pasted) {
    it(`is taken with ${what}`, () => {
      assert.deepEqual(parseCredentialSid(text), { valid: true, value: `SK${DIGITS}` });
    });
  }

  const faults: [text: string, reason: string][] = [
    ['\u200b', 'The SID of an API key is SK and 32 hex digits'],
    [`SK01 ${DIGITS.slice(2)}`, 'Character 5 is invisible (U+0020), not a hex digit'],
    [`SK01\u00a0${DIGITS.slice(2)}`, 'Character 5 is invisible (U+00A0), not a hex digit'],
    [`SK01\u2800${DIGITS.slice(2)}`, 'Character 5 is invisible (U+2800), not a hex digit'],
    [`SK\u0301${DIGITS}`, 'Character 3 is invisible (U+0301), not a hex digit'],
    [`"SK${DIGITS.slice(1)}"`, '31 hex digits, 32 expected'],
    [`SK"${DIGITS}`, "Character 3 is '\"', not a hex digit"],
    [`SK${DIGITS} SK${DIGITS}`, 'Character 35 is invisible (U+0020), not a hex digit'],
    [`WS${DIGITS},`, 'WS… is a Workspace. Credentials start with SK (API key) or AC (account)'],
    ['', 'The SID of an API key is SK and 32 hex digits'],
    ['hello', 'The SID of an API key is SK and 32 hex digits'],
    [`ac${DIGITS}`, 'The prefix must be uppercase: AC'],
    [`sk${DIGITS}`, 'The prefix must be uppercase: SK'],
    [`AC${DIGITS.slice(1)}`, '31 hex digits, 32 expected'],
    [`SK${DIGITS}0`, '33 hex digits, 32 expected'],
    [`SKO${DIGITS.slice(1)}`, "Character 3 is 'O', not a hex digit (perhaps 0)"],
    [`WS${DIGITS}`, 'WS… is a Workspace. Credentials start with SK (API key) or AC (account)'],
    [`ZZ${DIGITS}`, 'Credentials start with SK (API key) or AC (account), not “ZZ”'],
  ];
  for (const [text, reason] of faults) {
    it(`cannot be ${JSON.stringify(text)}, for a stated reason`, () => {
      const result = parseCredentialSid(text);
      assert.ok(!result.valid);
      assert.equal(formatMessage(result.reason, plainEnglish), reason);
    });
  }
});

describe('a pasted secret', () => {
  const taken: [what: string, text: string][] = [
    ['spaces and a line break', ' s3cret\n'],
    ['quotes', '"s3cret"'],
    ['single quotes and a comma', "'s3cret',"],
    ['curly quotes', '\u201cs3cret\u201d'],
    ['backticks', '`s3cret`'],
    ['a comma', 's3cret, '],
    ['a zero-width space', 's3cret\u200b'],
    ['a byte order mark and a no-break space', '\ufeff\u00a0s3cret'],
    ['a soft hyphen within', 's3\u00adcret'],
  ];
  for (const [what, text] of taken) {
    it(`is taken without ${what}`, () => {
      assert.equal(pastedSecret(text), 's3cret');
    });
  }

  for (const secret of [
    '"s3cret',
    "s3'cret'",
    '"a"b"',
    's3 cret',
    '(s3cret)',
    '<s3>',
    '=s3cret=',
    '',
  ]) {
    it(`stays as it is: ${JSON.stringify(secret)}`, () => {
      assert.equal(pastedSecret(secret), secret);
    });
  }
});

describe('the name of a profile', () => {
  it('is one line without invisible characters', () => {
    assert.deepEqual(parseProfileName(' Acme\n\u202eprod\t2 ', []), {
      valid: true,
      value: 'Acme prod 2',
    });
    assert.ok(parseProfileName('x'.repeat(60), []).valid);
  });

  const faults: [text: string, reason: string][] = [
    [' ', 'Enter a name'],
    ['x'.repeat(61), 'Enter at most 60 characters'],
    ['ACME', 'A profile named “ACME” already exists'],
  ];
  for (const [text, reason] of faults) {
    it(`cannot be ${JSON.stringify(text)}`, () => {
      const result = parseProfileName(text, ['Acme']);
      assert.ok(!result.valid);
      assert.equal(formatMessage(result.reason, plainEnglish), reason);
    });
  }
});

describe('any input', () => {
  const typed = fc.oneof(
    anyText,
    fc.string({
      unit: fc.constantFrom('AC', 'SK', 'ac', DIGITS, 'f', 'X', ' ', '\n', '\u202e', '😀'),
    }),
  );

  it('is a credential SID or is rejected with a reason', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const result = parseCredentialSid(text);
        if (result.valid) assert.match(result.value, /^(?:AC|SK)[0-9a-fA-F]{32}$/);
        else assert.notEqual(formatMessage(result.reason, plainEnglish), '');
        if (/^\s*(?:AC|SK)[0-9a-fA-F]{32}\s*$/.test(text)) assert.ok(result.valid);
        else if (!result.valid) {
          assert.doesNotMatch(formatMessage(result.reason, plainEnglish), /'[\p{Z}\p{C}]'/u);
        }
      }),
    );
  });

  it('is a unique one-line name or is rejected with a reason', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const result = parseProfileName(text, []);
        if (!result.valid) return;
        const { value } = result;
        assert.doesNotMatch(value, /\p{C}|^\s|\s{2}|\s$/u);
        assert.ok(value.length > 0 && value.length <= 60);
        assert.deepEqual(parseProfileName(value, []), result);
        assert.equal(parseProfileName(value.toUpperCase(), [value.toUpperCase()]).valid, false);
      }),
    );
  });
});
