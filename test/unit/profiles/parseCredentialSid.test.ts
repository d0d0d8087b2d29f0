import assert from 'node:assert/strict';
import fc from 'fast-check';
import { formatMessage, plainEnglish } from '../../../src/core/messages/formatMessage.ts';
import { parseCredentialSid } from '../../../src/core/profiles/parseCredentialSid.ts';
import { parseProfileName } from '../../../src/core/profiles/parseProfileName.ts';
import { anyText } from '../../support/anyText.ts';

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

  const faults: [text: string, reason: string][] = [
    ['', 'The SID of an API key is SK followed by 32 hex digits'],
    ['hello', 'The SID of an API key is SK followed by 32 hex digits'],
    [`ac${DIGITS}`, 'The prefix AC is written in capitals'],
    [`sk${DIGITS}`, 'The prefix SK is written in capitals'],
    [`AC${DIGITS.slice(1)}`, '31 hex digits, 32 expected'],
    [`SK${DIGITS}0`, '33 hex digits, 32 expected'],
    [`SKO${DIGITS.slice(1)}`, "Character 3 is 'O', not a hex digit: perhaps 0"],
    [`WS${DIGITS}`, 'WS… is a Workspace; credentials start with SK (API key) or AC (account)'],
    [`ZZ${DIGITS}`, 'Credentials start with SK (API key) or AC (account), not with “ZZ”'],
  ];
  for (const [text, reason] of faults) {
    it(`cannot be ${JSON.stringify(text)}, and the user is told why`, () => {
      const result = parseCredentialSid(text);
      assert.ok(!result.valid);
      assert.equal(formatMessage(result.reason, plainEnglish), reason);
    });
  }
});

describe('the name of a profile', () => {
  it('is one line without what cannot be seen', () => {
    assert.deepEqual(parseProfileName(' Acme\n\u202eprod\t2 ', []), {
      valid: true,
      value: 'Acme prod 2',
    });
    assert.ok(parseProfileName('x'.repeat(60), []).valid);
  });

  const faults: [text: string, reason: string][] = [
    [' ', 'A name is needed'],
    ['x'.repeat(61), 'At most 60 characters, please'],
    ['ACME', 'There is a profile “ACME” already'],
  ];
  for (const [text, reason] of faults) {
    it(`cannot be ${JSON.stringify(text)}`, () => {
      const result = parseProfileName(text, ['Acme']);
      assert.ok(!result.valid);
      assert.equal(formatMessage(result.reason, plainEnglish), reason);
    });
  }
});

describe('whatever is typed', () => {
  const typed = fc.oneof(
    anyText,
    fc.string({
      unit: fc.constantFrom('AC', 'SK', 'ac', DIGITS, 'f', 'X', ' ', '\n', '\u202e', '😀'),
    }),
  );

  it('is a SID to sign in with, or is told why not', () => {
    fc.assert(
      fc.property(typed, (text) => {
        const result = parseCredentialSid(text);
        if (result.valid) assert.match(result.value, /^(?:AC|SK)[0-9a-fA-F]{32}$/);
        else assert.notEqual(formatMessage(result.reason, plainEnglish), '');
        assert.equal(result.valid, /^\s*(?:AC|SK)[0-9a-fA-F]{32}\s*$/.test(text));
      }),
    );
  });

  it('is a name that one line can show, and that nobody else takes then', () => {
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
