import assert from 'node:assert/strict';
import { formatMessage, plainEnglish, message } from '../../../src/core/messages/message.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import {
  describeDifferences,
  isSameButAge,
  lastDifferent,
} from '../../../src/core/tasks/fetchDifference.ts';

const fetched = (fields: object) => ({ text: JSON.stringify(fields), fetchedAt: 0 });

const told = (before: object, after: object, masked = false) =>
  describeDifferences(fetched(before), fetched(after), presenter(masked))
    .map((fact) => (typeof fact === 'object' ? formatMessage(fact, plainEnglish) : String(fact)))
    .join(' · ');

describe('isSameButAge', () => {
  const task = { age: 7, date_updated: '2026-11-01T00:00:00Z', priority: 1 };

  it('ignores the age and the date of the update', () => {
    assert.ok(isSameButAge(fetched(task), fetched({ ...task, age: 8 })));
    assert.ok(isSameButAge(fetched(task), fetched({ ...task, date_updated: null })));
    assert.ok(!isSameButAge(fetched(task), fetched({ ...task, age: 8, priority: 2 })));
  });

  it('compares an attribute with the name of the age', () => {
    const withAge = (age: number) => fetched({ age: 1, attributes: JSON.stringify({ age }) });
    assert.ok(!isSameButAge(withAge(41), withAge(42)));
  });
});

describe('lastDifferent', () => {
  const fetches = (...priorities: number[]) =>
    priorities.map((priority, age) => fetched({ age, priority }));

  for (const [priorities, index] of [
    [[1, 2, 2, 2], 0],
    [[1, 2, 1, 1], 1],
    [[1, 1], -1],
    [[1], -1],
    [[], -1],
  ] as const) {
    it(`is ${index} of ${JSON.stringify(priorities)}`, () => {
      assert.equal(lastDifferent(fetches(...priorities)), index);
    });
  }
});

describe('describeDifferences', () => {
  it('names what differs, also inside attributes, with short values', () => {
    const attributes = (customer: string) => JSON.stringify({ customer_id: customer, same: 1 });
    assert.equal(
      told(
        { age: 1, priority: 1, attributes: attributes('C-20931') },
        { age: 2, priority: 5, attributes: attributes('C-99999') },
      ),
      'priority 1 → 5 · attributes.customer_id C-20931 → C-99999',
    );
  });

  it('names what was added and removed, and long values only by their keys', () => {
    assert.equal(
      told({ a: 'x'.repeat(30), b: 1 }, { a: 'y', c: { d: 1 } }),
      'a · c added · b removed',
    );
  });

  it('names three, and counts the others', () => {
    const all = (value: number) => ({ a: value, b: value, c: value, d: value, e: value });
    assert.equal(told(all(1), all(2)), 'a 1 → 2 · b 1 → 2 · c 1 → 2 · 2 more');
  });

  it('says so if only the age differs', () => {
    assert.equal(
      told({ age: 1, date_updated: 'a' }, { age: 2, date_updated: 'b' }),
      'only its age',
    );
    assert.equal(told({}, {}), 'only its age');
  });

  it('masks values in privacy mode, and the values of attributes as a whole', () => {
    const task = (name: string, phone: string) => ({
      reason: phone,
      attributes: JSON.stringify({ name }),
    });
    const before = task('Ada', '+15005550006');
    assert.equal(told(before, task('Zoe', '+15005550007'), true), 'reason · attributes.name');
    assert.equal(told(before, task('Ada', 'left'), true), 'reason ••• → left');
  });

  it('treats broken attributes as a string', () => {
    assert.equal(told({ attributes: '{' }, { attributes: '[' }), 'attributes { → [');
    assert.equal(told({ attributes: '{' }, { attributes: '[' }, true), 'attributes');
  });
});

it('is a message for the editor', () => {
  assert.deepEqual(describeDifferences(fetched({}), fetched({}), presenter(false)), [
    message('only its age'),
  ]);
});
