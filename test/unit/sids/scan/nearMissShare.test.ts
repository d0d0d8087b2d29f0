import assert from 'node:assert/strict';
import { findSidsInContext } from '../../../../src/core/sids/context/sidsInContext.ts';
import { sidLookAlikes } from '../../../support/sids/sidLookAlikes.ts';
import { randomSid, sidMutations, sidSurroundings } from '../../../support/sids/sidMutants.ts';
import { SidRandom } from '../../../support/sids/sidRandom.ts';

/** Of each mutation in each surroundings. */
const TRIES = 8;
const SMALLEST_SHARE = 0.95;
/** No surroundings and no mutation may be one that is mostly missed. */
const SMALLEST_SHARE_OF_EACH = 0.75;

const LOOK_ALIKES_OF_EACH = 400;

interface Mutant {
  readonly mutation: string;
  readonly surroundings: string;
  readonly text: string;
  readonly offset: number;
}

function mutants(): readonly Mutant[] {
  const random = new SidRandom(18);
  return Object.entries(sidMutations).flatMap(([mutation, mutate]) =>
    Object.entries(sidSurroundings).flatMap(([surroundings, surround]) =>
      Array.from({ length: TRIES }, () => {
        const mutant = mutate(randomSid(random), random);
        const text = surround(mutant, randomSid(random));
        return { mutation, surroundings, text, offset: text.indexOf(mutant) };
      }),
    ),
  );
}

function isFound({ text, offset }: Mutant): boolean {
  return [...findSidsInContext(text)].some(
    (one) => one.kind === 'malformed' && one.offset === offset,
  );
}

describe('Of SIDs that are nearly right, where nothing says what kind belongs there', () => {
  const all = mutants();
  const found = new Set(all.filter(isFound));
  const share = (some: readonly Mutant[]) =>
    some.filter((one) => found.has(one)).length / some.length;
  const missed = () =>
    [...new Set(all.filter((one) => !found.has(one)).map((one) => `${one.mutation}: ${one.text}`))]
      .slice(0, 10)
      .join('\n');

  it('has a surroundings of each that says no kind', () => {
    assert.ok(all.length > 4_000, String(all.length));
    const placed = all.filter(({ text, offset }) =>
      [...findSidsInContext(text)].some(
        (one) => one.offset === offset && one.context !== undefined,
      ),
    );
    assert.deepEqual([...new Set(placed.map(({ surroundings }) => surroundings))], []);
  });

  it(`finds ${String(100 * SMALLEST_SHARE)} of 100`, () => {
    assert.ok(share(all) >= SMALLEST_SHARE, `${String(share(all))}, not:\n${missed()}`);
  });

  for (const kind of ['mutation', 'surroundings'] as const) {
    it(`finds most of each ${kind}`, () => {
      const blind = [...new Set(all.map((one) => one[kind]))]
        .map((name) => [name, share(all.filter((one) => one[kind] === name))] as const)
        .filter(([, of]) => of < SMALLEST_SHARE_OF_EACH);
      assert.deepEqual(blind, []);
    });
  }
});

describe('Of what is made of the same characters as a SID, and is none', () => {
  for (const [name, make] of Object.entries(sidLookAlikes)) {
    it(`finds nothing in ${name}`, () => {
      const random = new SidRandom(18);
      for (let count = 0; count < LOOK_ALIKES_OF_EACH; count++) {
        const text = make(random);
        const found = [...findSidsInContext(text)].filter(({ kind }) => kind !== 'sid');
        assert.deepEqual(found, [], text);
      }
    });
  }
});
