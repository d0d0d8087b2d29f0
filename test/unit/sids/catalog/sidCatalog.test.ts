import assert from 'node:assert/strict';
import { sidPrefixes } from '../../../../src/core/sids/catalog/sidCatalog.ts';
import { sidNames } from '../../../../src/core/sids/sidNames.ts';

describe('sidPrefixes', () => {
  const meanings = [...sidPrefixes].flatMap(([prefix, all]) =>
    all.map((meaning) => ({ prefix, ...meaning })),
  );

  it('has a name, a product and a page of the documentation for each meaning', () => {
    for (const { prefix, name, product, docs } of meanings) {
      assert.match(name, /^[A-Za-z0-9][A-Za-z0-9 -]*[A-Za-z0-9]$/, prefix);
      assert.match(product, /^[A-Z][A-Za-z ()]+$/, prefix);
      assert.match(docs, /^[a-z][a-z0-9-]*(?:\/[a-z0-9-]+)*$/, prefix);
    }
  });

  it('writes names as capitalized words', () => {
    const words = new Set(meanings.flatMap(({ name }) => name.split(/[ -]/)));
    const odd = [...words].filter((word) => !/^(?:[A-Z][a-z]+|[A-Z0-9]+)$/.test(word));
    assert.deepEqual(odd.sort(), ['OAuth', 'TaskQueue', 'TwiML', 'eSIM', 'on']);
  });

  it('lists no meaning twice', () => {
    const all = meanings.map(({ prefix, product, name }) => `${prefix} ${product}: ${name}`);
    assert.deepEqual(
      all.filter((entry, index) => all.indexOf(entry) !== index),
      [],
    );
  });

  it('has different names for different prefixes, except for one kind of resource', () => {
    const owners = new Map<string, string>();
    const shared = meanings.flatMap(({ name, prefix }) => {
      const owner = owners.get(name) ?? prefix;
      owners.set(name, owner);
      return owner === prefix ? [] : [name];
    });
    assert.deepEqual(shared.sort(), ['Message', 'Short Code Application']);
  });

  const mostUsual: [prefix: string, name: string, product: string][] = [
    ['AL', 'IP Access Control List', 'Programmable Voice'],
    ['BU', 'Regulatory Bundle', 'Regulatory Compliance'],
    ['CH', 'Conversation', 'Conversations'],
    ['CR', 'Push Credential', 'Conversations'],
    ['IS', 'Conversations Service', 'Conversations'],
    ['MB', 'Conversation Participant', 'Conversations'],
    ['ME', 'Message Media', 'Messaging'],
    ['NO', 'Alert', 'Monitor'],
    ['OU', 'Origination URL', 'Elastic SIP Trunking'],
    ['PN', 'Incoming Phone Number', 'Phone Numbers'],
    ['RQ', 'API Request', 'REST API'],
    ['SK', 'API Key', 'IAM'],
    ['US', 'Conversations User', 'Conversations'],
    ['UT', 'Usage Trigger', 'REST API'],
    ['WP', 'Rate Plan', 'Programmable Wireless'],
    ['WT', 'Task', 'TaskRouter'],
    ['XE', 'Channel Sender', 'Messaging'],
    ['ZH', 'Function', 'Functions and Assets'],
  ];
  for (const [prefix, name, product] of mostUsual) {
    it(`takes ${prefix} for ${name} of ${product} first`, () => {
      const first = sidPrefixes.get(prefix)?.[0];
      assert.deepEqual([first?.name, first?.product], [name, product]);
    });
  }

  it('uses the names of the messages about wrong SIDs', () => {
    for (const [prefix, name] of sidNames) assert.equal(sidPrefixes.get(prefix)?.[0]?.name, name);
  });
});
