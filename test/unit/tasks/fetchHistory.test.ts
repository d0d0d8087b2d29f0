import assert from 'node:assert/strict';
import fc from 'fast-check';
import { FetchHistory } from '../../../src/core/tasks/fetchHistory.ts';
import { numberedTask } from '../../support/connectionsOf.ts';

const task = numberedTask(1);
const fetched = (text: string, fetchedAt = 1) => ({ text, fetchedAt });
const numbers = (history: FetchHistory, one = task) => history.get(one).map(({ number }) => number);
const MILLION = 'x'.repeat(1_000_000);

describe('FetchHistory', () => {
  it('keeps the fetches in order, numbered from 1', () => {
    const history = new FetchHistory();
    assert.deepEqual(history.get(task), []);
    for (const [index, text] of ['a', 'a', 'b'].entries()) history.add(task, fetched(text, index));
    assert.deepEqual(history.get(task), [
      { text: 'a', fetchedAt: 0, number: 1 },
      { text: 'a', fetchedAt: 1, number: 2 },
      { text: 'b', fetchedAt: 2, number: 3 },
    ]);
  });

  it('keeps the last twenty fetches of a Task with their numbers', () => {
    const history = new FetchHistory();
    for (let count = 0; count < 50; count++) history.add(task, fetched(String(count)));
    const expected = Array.from({ length: 20 }, (_, index) => index + 31);
    assert.deepEqual(numbers(history), expected);
    assert.equal(history.get(task).at(-1)?.text, '49');
  });

  it('keeps the fetches around each change while a Task is watched, though most bring only its age', () => {
    const history = new FetchHistory();
    for (let age = 1; age <= 60; age++) {
      const priority = age < 10 ? 1 : age < 12 ? 2 : 3;
      history.add(task, fetched(JSON.stringify({ age, priority })));
    }
    const kept = numbers(history);
    assert.equal(kept.length, 20);
    assert.deepEqual(
      [1, 9, 10, 11, 12, 60].filter((number) => !kept.includes(number)),
      [],
    );
  });

  it('drops the repetitions of many changes before the changes', () => {
    const history = new FetchHistory();
    for (let count = 0; count < 19; count++) {
      for (const age of [1, 2]) history.add(task, fetched(JSON.stringify({ age, count })));
    }
    history.add(task, fetched(JSON.stringify({ age: 1, count: 99 })));
    const texts = history.get(task).map(({ text }) => JSON.parse(text) as { count: number });
    assert.deepEqual(new Set(texts.map(({ count }) => count)).size, 20);
  });

  it('separates Tasks and profiles', () => {
    const history = new FetchHistory();
    const all = [task, numberedTask(2), numberedTask(1, 'other')];
    for (const one of all) history.add(one, fetched(one.taskSid + one.profileId));
    for (const one of all) {
      assert.deepEqual(
        history.get(one).map(({ text }) => text),
        [one.taskSid + one.profileId],
      );
    }
  });

  it('drops the Tasks fetched longest ago if all are too long', () => {
    const history = new FetchHistory();
    const tasks = Array.from({ length: 21 }, (_, index) => numberedTask(index));
    for (const one of tasks.slice(0, 20)) history.add(one, fetched(MILLION));
    assert.ok(tasks.slice(0, 20).every((one) => numbers(history, one).length === 1));
    const [first, second, third] = tasks;
    assert.ok(first !== undefined && second !== undefined && third !== undefined);
    history.add(first, fetched(''));
    history.add(numberedTask(20), fetched('x'));
    assert.deepEqual(numbers(history, first), [1, 2]);
    assert.deepEqual(numbers(history, second), []);
    assert.deepEqual(numbers(history, third), [1]);
  });

  it('keeps fewer fetches of a very long Task, but always the last', () => {
    const history = new FetchHistory();
    for (let count = 0; count < 10; count++) history.add(task, fetched(MILLION.repeat(6)));
    assert.deepEqual(numbers(history), [8, 9, 10]);
    history.add(task, fetched(MILLION.repeat(30)));
    assert.deepEqual(numbers(history), [11]);
    history.add(task, fetched('x'));
    assert.deepEqual(numbers(history), [12]);
  });

  it('never reuses a number', () => {
    const history = new FetchHistory();
    history.add(task, fetched('first'));
    for (let other = 2; other < 24; other++) history.add(numberedTask(other), fetched(MILLION));
    assert.deepEqual(numbers(history), []);
    history.add(task, fetched('second'));
    assert.deepEqual(numbers(history), [2]);
    history.deleteProfile(task.profileId);
    history.add(task, fetched('third'));
    assert.deepEqual(numbers(history), [3]);
  });

  it('continues after the reserved numbers', () => {
    const history = new FetchHistory();
    history.skip(task, 4);
    history.skip(task, 2);
    history.skip(numberedTask(2), 900_000_000);
    assert.deepEqual(numbers(history), []);
    history.add(task, fetched('first'));
    history.skip(task, 4);
    history.add(task, fetched('second'));
    assert.deepEqual(numbers(history), [5, 6]);
    history.add(numberedTask(2), fetched('of another'));
    assert.deepEqual(
      history.get(numberedTask(2)).map(({ number }) => number),
      [1],
    );
  });

  it('drops the fetches of a profile and returns their Tasks', () => {
    const history = new FetchHistory();
    const other = numberedTask(1, 'other');
    for (const one of [task, numberedTask(2), other]) history.add(one, fetched('x'));
    assert.deepEqual(history.deleteProfile('env'), [task, numberedTask(2)]);
    assert.deepEqual(history.deleteProfile('env'), []);
    assert.deepEqual([numbers(history), numbers(history, other)], [[], [1]]);
  });

  it('never exceeds its limits, and always keeps the latest', () => {
    const fetches = fc.array(fc.tuple(fc.nat(5), fc.nat(12), fc.boolean()), { maxLength: 60 });
    fc.assert(
      fc.property(fetches, (steps) => {
        const history = new FetchHistory();
        const tasks = Array.from({ length: 6 }, (_, index) =>
          numberedTask(index, index % 2 === 0 ? 'env' : 'other'),
        );
        for (const [index, millions, removes] of steps) {
          const one = tasks[index] ?? task;
          if (removes && millions === 0) history.deleteProfile(one.profileId);
          const before = numbers(history, one).at(-1) ?? 0;
          history.add(one, fetched(MILLION.repeat(millions)));
          assert.ok((numbers(history, one).at(-1) ?? 0) > before);
          const kept = tasks.flatMap((each) => history.get(each));
          const size = kept.reduce((sum, { text }) => sum + text.length, 0);
          assert.ok(size <= 20_000_000, `${size} characters`);
        }
      }),
      { numRuns: 50 },
    );
  });
});
