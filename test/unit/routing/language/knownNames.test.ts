import assert from 'node:assert/strict';
import { attributesIn } from '../../../../src/core/routing/language/knownNames.ts';

const task = (attributes: unknown) => JSON.stringify({ attributes: JSON.stringify(attributes) });

describe('The attributes of what was fetched', () => {
  it('are paths with their types, and no values', () => {
    const found = attributesIn([
      task({ language: 'en', routing: { skills: ['a'], levels: { a: 1 } }, vip: true }),
    ]);
    assert.deepEqual(
      found.map(({ path, type }) => `${path} ${type}`),
      [
        'language string',
        'routing object',
        'routing.skills array',
        'routing.levels object',
        'routing.levels.a number',
        'vip boolean',
      ],
    );
    assert.ok(!JSON.stringify(found).includes('"en"'));
  });

  it('are each there once, with the type of the first that is not null', () => {
    const found = attributesIn([task({ a: null }), task({ a: 1 }), task({ a: 'x' })]);
    assert.deepEqual(found, [{ path: 'a', type: 'number' }]);
  });

  it('leave out what no expression can name', () => {
    assert.deepEqual(attributesIn([task({ 'a-b': 1, '1x': 1, 'a b': 1 })]), []);
  });

  it('are none of what is no JSON', () => {
    for (const text of ['', 'x', '[]', '{"attributes":"{"}', '{"attributes":5}', 'null']) {
      assert.deepEqual(attributesIn([text]), []);
    }
  });

  it('are not more than a list has room for', () => {
    const many = Object.fromEntries(Array.from({ length: 2000 }, (_, index) => [`k${index}`, 1]));
    assert.equal(attributesIn([task(many)]).length, 300);
  });
});
