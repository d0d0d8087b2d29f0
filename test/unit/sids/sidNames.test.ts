import assert from 'node:assert/strict';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import { sidPrefixes } from '../../../src/core/sids/catalog/sidCatalog.ts';
import { withArticle } from '../../../src/core/sids/sidNames.ts';

describe('withArticle', () => {
  const spoken = [
    'a TaskQueue',
    'an Activity',
    'an Event',
    'an Add-on Type',
    'an A2P Campaign',
    'an API Key',
    'an AWS Credential',
    'an IP Record',
    'an OAuth App',
    'an SMS Command',
    'an eSIM Profile',
    'a BYOC Trunk',
    'a SIP Domain',
    'a SIPREC Stream',
    'a TwiML Application',
    'a US A2P Campaign',
    'a Usage Trigger',
    'a User Invitation',
    'a User-Defined Message',
  ];
  for (const text of spoken) {
    it(`says ${text}`, () => {
      assert.equal(inEnglish(text.replace(/^an? /, '')), text);
    });
  }

  it('follows the first letter for all names except these', () => {
    const names = [...sidPrefixes.values()].flat().map(({ name }) => name);
    const others = names.filter(
      (name) => /^[aeiou]/i.test(name) !== inEnglish(name).startsWith('an '),
    );
    assert.deepEqual(others.sort(), [
      'SMS Command',
      'US A2P Campaign',
      'Usage Trigger',
      'User Invitation',
      'User-Defined Message',
      'User-Defined Message Subscription',
    ]);
  });
});

function inEnglish(name: string): string {
  return formatMessage(withArticle(name), plainEnglish);
}
