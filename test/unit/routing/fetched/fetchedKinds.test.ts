import assert from 'node:assert/strict';
import { isSameKinds, kindsIn } from '../../../../src/core/routing/fetched/fetchedKinds.ts';

const answer = (attributes: unknown) => JSON.stringify({ attributes: JSON.stringify(attributes) });

describe('The kinds of fetched attributes', () => {
  it('are those that all answers agree on, in objects too', () => {
    const kinds = kindsIn([
      answer({ language: 'es', level: 1, vip: true, routing: { skills: ['a'] } }),
      answer({ language: 'en', routing: { skills: [] } }),
    ]);
    assert.deepEqual(
      [...kinds],
      [
        ['language', 'string'],
        ['level', 'number'],
        ['vip', 'boolean'],
        ['routing.skills', 'array'],
      ],
    );
  });

  it('leave out what differs, or is null somewhere', () => {
    const texts = [{ a: 'x', b: null, c: 1 }, { a: ['x'], b: 'x', c: null }, { a: 'x' }].map(
      answer,
    );
    assert.deepEqual([...kindsIn(texts)], []);
  });

  it('of answers that are none are none', () => {
    assert.deepEqual([...kindsIn(['', '{', '{"attributes": "{"}', '{"attributes": 1}'])], []);
  });

  it('stop at a number of keys, and still tell when a known one differs', () => {
    const many = Object.fromEntries(Array.from({ length: 3000 }, (_, index) => [`k${index}`, 'x']));
    const kinds = kindsIn([answer(many), answer({ k0: 1 })]);
    assert.equal(kinds.size, 1999);
    assert.equal(kinds.get('k0'), undefined);
  });

  it('are compared by what they say', () => {
    const kinds = (value: unknown) => ({
      task: kindsIn([answer({ a: value })]),
      worker: new Map(),
    });
    assert.ok(isSameKinds(kinds('x'), kinds('y')));
    assert.ok(!isSameKinds(kinds('x'), kinds(1)));
    assert.ok(!isSameKinds(kinds('x'), kinds(null)));
  });
});
