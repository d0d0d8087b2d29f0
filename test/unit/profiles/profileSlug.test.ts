import assert from 'node:assert/strict';
import fc from 'fast-check';
import { buildResourceAddress, parseTaskAddress } from '../../../src/core/documents/taskAddress.ts';
import { profileSlug } from '../../../src/core/profiles/profileSlug.ts';

describe('profileSlug', () => {
  const cases: [name: string, used: string[], slug: string][] = [
    ['Acme', [], 'acme'],
    ['Acme Contact Centre (prod)', [], 'acme-contact-centre-prod'],
    ['Café  Zürich', [], 'cafe-zurich'],
    ['a'.repeat(50), [], 'a'.repeat(40)],
    [`${'a'.repeat(39)} b`, [], 'a'.repeat(39)],
    ['env', [], 'env-2'],
    ['Sample', [], 'sample-2'],
    ['acme', ['acme', 'acme-2'], 'acme-3'],
    ['株式会社', [], 'profile'],
    ['---', [], 'profile'],
  ];
  for (const [name, used, slug] of cases) {
    it(`makes ${slug} of “${name}”${used.length > 0 ? ` beside ${used.join(', ')}` : ''}`, () => {
      assert.equal(profileSlug(name, used), slug);
    });
  }

  it('is always new, and an id that a document can have in its address', () => {
    const task = { workspaceSid: `WS${'0'.repeat(32)}`, taskSid: `WT${'0'.repeat(32)}` };
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (names) => {
        const ids: string[] = [];
        for (const name of names) ids.push(profileSlug(name, ids));
        assert.equal(new Set(ids).size, ids.length);
        for (const profileId of ids) {
          const address = buildResourceAddress({ profileId, ...task });
          assert.deepEqual(parseTaskAddress(address), { profileId, ...task });
        }
      }),
    );
  });
});
