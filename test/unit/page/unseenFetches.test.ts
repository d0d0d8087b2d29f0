import assert from 'node:assert/strict';
import { UnseenFetches } from '../../../src/core/page/unseenFetches.ts';

const fetched = (priority: number, age = 0, etag?: string) => ({
  ...{ text: `{"age": ${age},"priority":${priority}}`, fetchedAt: age },
  ...(etag !== undefined && { etag }),
});
const kept = (unseen: UnseenFetches) =>
  unseen.all.map(({ text, fetchedAt }) => [
    (JSON.parse(text) as { priority: number }).priority,
    fetchedAt,
  ]);

describe('UnseenFetches', () => {
  it('keeps what the user saw, and each that differs in more than its age', () => {
    const unseen = new UnseenFetches();
    for (const [priority, age] of [
      [1, 0],
      [1, 10],
      [2, 20],
      [2, 30],
      [1, 40],
    ] as const) {
      unseen.add(fetched(priority, age));
    }
    assert.deepEqual(kept(unseen), [
      [1, 0],
      [2, 30],
      [1, 40],
    ]);
  });

  it('takes an answer of another version for another one', () => {
    const unseen = new UnseenFetches();
    unseen.add(fetched(1, 0, '"1"'));
    unseen.add(fetched(1, 1, '"2"'));
    assert.equal(unseen.all.length, 2);
  });

  it('keeps only the latest once the user has seen it', () => {
    const unseen = new UnseenFetches();
    unseen.see();
    assert.deepEqual(unseen.all, []);
    unseen.add(fetched(1));
    unseen.add(fetched(2, 5));
    unseen.see();
    assert.deepEqual(kept(unseen), [[2, 5]]);
  });

  it('keeps the first of many, and the latest of the others', () => {
    const unseen = new UnseenFetches();
    for (let priority = 1; priority <= 30; priority++) unseen.add(fetched(priority));
    const priorities = kept(unseen).map(([priority]) => priority);
    assert.deepEqual(priorities, [1, ...Array.from({ length: 19 }, (_, index) => index + 12)]);
  });
});
