import assert from 'node:assert/strict';
import { readJsonTree } from '../../../src/core/json/jsonTree.ts';
import { kindOfText, sidKindsIn } from '../../../src/core/page/sidKinds.ts';
import { sidKind, sidPrefixes } from '../../../src/core/sids/catalog/sidCatalog.ts';
import { sidNames } from '../../../src/core/sids/sidNames.ts';

const D = '0123456789abcdef0123456789abcdef';

describe('what the tree of attributes says of a SID', () => {
  const kindIn = (text: string) => {
    const value = readJsonTree(JSON.stringify({ list: [{ of: text }] }));
    return kindOfText(sidKindsIn([value], sidKind), text);
  };

  const named: [sid: string, name: string][] = [
    [`CH${D}`, 'Conversation'],
    [`KD${D}`, 'Interaction'],
    [`UO${D}`, 'Interaction Channel'],
    [`KG${D}`, 'Interaction Invite'],
    [`UT${D.toUpperCase()}`, 'Usage Trigger / Interaction Channel Participant'],
    [`PN${D}`, 'Incoming Phone Number / Messaging Service Phone Number / …'],
    [`FO${D}`, 'Flex Flow'],
    [`WK${D}`, 'Worker'],
  ];
  for (const [sid, name] of named) {
    it(`is ${name}`, () => {
      assert.equal(kindIn(sid)?.name, name);
    });
  }

  it('is something for every prefix that is known', () => {
    for (const prefix of [...sidNames.keys(), ...sidPrefixes.keys()]) {
      assert.ok(kindIn(prefix + D), prefix);
    }
  });

  it('has all meanings, each once', () => {
    assert.equal(
      kindIn(`CH${D}`)?.all,
      'Conversation, Chat Channel, Flex Chat Channel, Flex Web Channel',
    );
    assert.equal(kindIn(`RD${D}`)?.all, 'Supporting Document');
  });

  const silent = ['', 'CH', `ch${D}`, `CH${D}0`, `CH${D.slice(1)}`, ` CH${D}`, `QZ${D}`].concat(
    `https://example.com/CH${D}`,
    `CH${'X'.repeat(32)}`,
  );
  for (const text of silent) {
    it(`is nothing for ${JSON.stringify(text)}`, () => {
      assert.equal(kindIn(text), undefined);
    });
  }

  it('is told of what is there alone, of values nested deeper than a stack is', () => {
    const deep = `${'['.repeat(20_000)}"KD${D}"${']'.repeat(20_000)}`;
    const kinds = sidKindsIn([readJsonTree(deep), readJsonTree(`{"CA${D}":"CA"}`)], sidKind);
    assert.deepEqual(Object.keys(kinds), ['KD']);
  });
});
