import assert from 'node:assert/strict';
import { readAddress } from '../../../src/core/documents/documentUri.ts';
import { readFetchArgument } from '../../../src/core/references/readFetchArgument.ts';
import { readOpenArgument } from '../../../src/core/references/readOpenArgument.ts';
import { foreignUris, hostileArguments } from '../../support/hostile/hostileArguments.ts';

const profiles = new Set(['env']);

describe('an argument of bad will', () => {
  for (const [what, make] of hostileArguments) {
    it(`names no Task of a profile that there is, and is read without a throw: ${what}`, () => {
      const asked = readFetchArgument(make());
      if (asked.kind === 'reference') {
        const { profileId, reference } = asked;
        const isForeign = reference.apiOrigin !== undefined;
        assert.ok(isForeign || (profileId !== undefined && !profiles.has(profileId)));
      } else {
        assert.equal(asked.kind, 'refused');
      }
    });

    it(`names nothing to open of a profile that there is: ${what}`, () => {
      const asked = readOpenArgument(make());
      const profileId = asked?.kind === 'document' ? asked.resource.profileId : asked?.profileId;
      assert.ok(asked === undefined || (profileId !== undefined && !profiles.has(profileId)));
    });
  }

  for (const [what, make] of foreignUris) {
    it(`counts as none where it is ${what}`, () => {
      assert.equal(readFetchArgument(make()).kind, 'menu');
      assert.equal(readOpenArgument(make()), undefined);
    });
  }

  it('is read once: what was checked is what is used', () => {
    let reads = 0;
    const parts = { authority: 'env', path: '/', query: '', fragment: '' };
    const argument = Object.defineProperty(parts, 'scheme', {
      get: () => `${++reads}`,
      enumerable: true,
    });
    assert.deepEqual(readAddress(argument), { ...parts, scheme: '1' });
    assert.equal(reads, 2, 'once, and once by this test');
  });
});
