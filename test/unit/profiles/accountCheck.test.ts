import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readAccountCheck } from '../../../src/core/profiles/accountCheck.ts';
import { asFailure } from '../../../src/core/taskrouter/failure.ts';
import { anyText } from '../../support/json/jsonTexts.ts';

const accountSid = 'AC0123456789abcdef0123456789ABCDEF';

describe('readAccountCheck', () => {
  const pages: [what: string, rows: unknown[], check: object][] = [
    [
      'the account and the name of the first Workspace',
      [{ account_sid: accountSid, friendly_name: 'Acme' }, { friendly_name: 'Other' }],
      { accountSid, workspaceName: 'Acme' },
    ],
    ['nothing of an account without a Workspace', [], {}],
    ['nothing of a row that is none', [null], {}],
    ['no account from a SID of something else', [{ account_sid: `${accountSid}0` }], {}],
    [
      'no name where there is none',
      [{ account_sid: accountSid, friendly_name: '' }],
      { accountSid },
    ],
  ];
  for (const [what, workspaces, check] of pages) {
    it(`reads ${what}`, () => {
      assert.deepEqual(readAccountCheck(JSON.stringify({ workspaces }), 'h'), check);
    });
  }

  for (const [text, kind] of [
    ['<html>', 'notJson'],
    ['{}', 'unexpectedAnswer'],
    ['[]', 'unexpectedAnswer'],
  ] as const) {
    it(`refuses ${text} as ${kind}`, () => {
      assert.throws(
        () => readAccountCheck(text, 'h'),
        (error) => asFailure(error)?.kind === kind,
      );
    });
  }

  it('throws only failures, and accepts only a string as a name', () => {
    const field = fc.constantFrom('workspaces', 'account_sid', 'friendly_name', 'x');
    const { value } = fc.letrec<{ value: unknown }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 4 },
        fc.constantFrom(null, 7, '', accountSid, 'Acme'),
        fc.array(tie('value'), { maxLength: 2 }),
        fc.dictionary(field, tie('value')),
      ),
    }));
    const text = fc.oneof(
      anyText,
      value.map((parsed) => JSON.stringify(parsed)),
    );
    fc.assert(
      fc.property(text, (answer) => {
        try {
          const { accountSid: sid = accountSid, workspaceName = 'x' } = readAccountCheck(
            answer,
            'h',
          );
          assert.equal(sid, accountSid);
          assert.ok(typeof workspaceName === 'string' && workspaceName !== '');
        } catch (error) {
          assert.match(asFailure(error)?.kind ?? '', /^(?:notJson|unexpectedAnswer)$/);
        }
      }),
      { numRuns: 300 },
    );
  });
});
