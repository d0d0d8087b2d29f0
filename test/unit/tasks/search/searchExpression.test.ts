import assert from 'node:assert/strict';
import fc from 'fast-check';
import { parseExpression } from '../../../../src/core/routing/expression/syntax/parseExpression.ts';
import {
  isSearchable,
  searchExpression,
} from '../../../../src/core/tasks/search/searchExpression.ts';
import { parseSearchQuery } from '../../../../src/core/tasks/search/searchQuery.ts';
import { describeNoResults } from '../../../../src/core/tasks/search/taskSearch.ts';
import { plain } from '../../../support/english.ts';
import { anyCharacter } from '../../../support/json/jsonTexts.ts';

const D = '0123456789abcdef0123456789abcdef';

describe('parseSearchQuery', () => {
  const message = 'messageSid message_sid';
  for (const [prefix, names] of [
    [
      'CA',
      'call_sid callSid worker_call_sid conference.participants.customer conference.participants.worker',
    ],
    ['CF', 'conference.sid conference_sid conferenceSid'],
    ['CH', 'conversationSid conversation_sid channelSid channel_sid'],
    ['SM', message],
    ['MM', message],
    ['IM', message],
    ['KD', 'flexInteractionSid flex_interaction_sid interactionSid interaction_sid'],
    [
      'UO',
      'flexInteractionChannelSid flex_interaction_channel_sid interactionChannelSid interaction_channel_sid',
    ],
    ['KG', 'flexChannelInviteSid flex_channel_invite_sid channelInviteSid channel_invite_sid'],
    ['TT', 'taskTransferSid task_transfer_sid transferSid transfer_sid'],
  ] as const) {
    it(`makes a valid expression of a ${prefix} SID`, () => {
      const found = parseSearchQuery(`  ${prefix}${D}\n`);
      assert.ok(found.valid);
      assert.equal(found.sought, prefix + D);
      assert.equal(found.expression, searchExpression(prefix + D));
      assert.ok(isSearchable(prefix));
      assert.deepEqual(parseExpression(found.expression).faults, []);
      const terms = names.split(' ').map((name) => `${name} == '${prefix}${D}'`);
      assert.equal(found.expression, terms.join(' OR '));
    });
  }

  const expressions = [
    "call_sid=='x'",
    'a > 1',
    'a < 1',
    "tags HAS 'x'",
    "a in ['x']",
    "NOT a == 'x'",
    "name contains 'x'",
    '(a)',
    `call_sid == 'CA${D}'`,
  ];
  for (const expression of expressions) {
    it(`accepts the expression ${expression}`, () => {
      assert.deepEqual(parseSearchQuery(` ${expression} `), { valid: true, expression });
    });
  }

  const contacts: [text: string, attributes: string, term: string][] = [
    ['+1 (500) 555-0006', 'from to caller called customerAddress', "CONTAINS '15005550006'"],
    [
      '0049 30 123456',
      'customer_address name customers.phone customer.phone',
      "CONTAINS '4930123456'",
    ],
    ['030/123456', 'phone phoneNumber phone_number', "CONTAINS '30123456'"],
    [
      'Jo.Doe@acme.example',
      'email from to customerAddress customer.email',
      "CONTAINS 'Jo.Doe@acme.example'",
    ],
    [
      'María García',
      'name customerName caller_name customer.name worker_name',
      "CONTAINS 'María García'",
    ],
    ["Sinéad O'Brien", 'name customer_name agentName', 'CONTAINS "Sinéad O\'Brien"'],
    ['inline', 'name', "CONTAINS 'inline'"],
  ];
  for (const [text, attributes, term] of contacts) {
    it(`searches for ${text} in ${attributes}`, () => {
      const found = parseSearchQuery(` ${text} `);
      assert.ok(found.valid);
      assert.equal(found.sought, text);
      assert.deepEqual(parseExpression(found.expression).faults, []);
      const terms = found.expression.split(' OR ');
      for (const name of attributes.split(' ')) {
        assert.ok(terms.includes(`${name} ${term}`), found.expression);
        assert.match(plain(found.hint ?? ''), new RegExp(`\\b${name}\\b`));
      }
    });
  }

  const faults: [text: string, reason: RegExp][] = [
    ['', /^Enter what to search for$/],
    [' \n', /^Enter what to search for$/],
    [`WT${D}`, /Fetch TaskRouter Task/],
    [`WS${D}`, /^Enter the SID of a call/],
    [`WQ${D}`, /^Enter the SID of a call/],
    [`CA${D.slice(1)}`, /Not a whole SID/],
    ['hello1', /Not a whole SID, phone .*, and not an expression such as name == 'value'$/],
    ['12345', /Not a whole SID, phone number/],
    ['jo@acme', /Not a whole SID, phone number/],
    [`ca${D}`, /Not a whole SID|Enter the SID of/],
  ];
  for (const [text, reason] of faults) {
    it(`rejects ${JSON.stringify(text)} with a reason`, () => {
      const found = parseSearchQuery(text);
      assert.ok(!found.valid);
      assert.match(plain(found.reason), reason);
    });
  }

  it('never throws, and returns only the input or an expression with a SID', () => {
    const text = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.string({ unit: fc.constantFrom('C', 'A', "'", '0', 'f', ' ', '=', '(') }),
    );
    fc.assert(
      fc.property(text, (typed) => {
        const found = parseSearchQuery(typed);
        if (found.valid && found.sought === undefined) assert.equal(found.expression, typed.trim());
      }),
      { numRuns: 1000 },
    );
  });

  it('returns undefined for other texts', () => {
    for (const text of [
      ...['WT', 'UT', 'KQ', 'UX', 'WR', 'kd', 'Tt'].map((prefix) => prefix + D),
      `CA${D}0`,
      `CACA${D}`,
      `CA${D.slice(1)}`,
      `CA${D}' OR a=='`,
      `XX${D}`,
      '',
    ]) {
      assert.equal(searchExpression(text), undefined);
    }
    assert.ok(!isSearchable('WT') && !isSearchable(''));
  });
});

describe('describeNoResults', () => {
  for (const [sid, count, text] of [
    [`CA${D}`, 1, 'No Task in the Workspace that the profile “Acme” sees has CA…89abcdef in'],
    [undefined, 1, 'No Task in the Workspace that the profile “Acme” sees has that expression in'],
    ['+1 500', 1, 'No Task in the Workspace that the profile “Acme” sees has “+1 500” in'],
    [`CA${D}`, 3, 'No Task in the 3 Workspaces that the profile “Acme” sees has CA…89abcdef in'],
  ] as const) {
    it(`says: ${text}`, () => {
      const whole = plain(describeNoResults(sid, count, 'Acme'));
      assert.ok(whole.startsWith(text), whole);
      assert.match(whole, / another account\. .* deletes a Task some minutes after it ends\.$/);
    });
  }
});
