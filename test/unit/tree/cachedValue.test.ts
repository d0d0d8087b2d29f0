import assert from 'node:assert/strict';
import { TaskRouterFailure, type Failure } from '../../../src/core/taskrouter/failure.ts';
import { CachedValue } from '../../../src/core/tree/cachedValue.ts';
import { settlePromises } from '../../support/waiting.ts';

const failure: Failure = { kind: 'server', host: 'localhost', status: 500 };

interface Attempt {
  readonly last: string | undefined;
  readonly answer: (value: string) => void;
  readonly fail: (error: unknown) => void;
}

function setUp() {
  const attempts: Attempt[] = [];
  const reading = new CachedValue<string>(
    (last) =>
      new Promise((answer, fail) => {
        attempts.push({ last, answer, fail });
      }),
  );
  const at = async (index: number): Promise<Attempt> => {
    await settlePromises();
    const attempt = attempts[index];
    assert.ok(attempt !== undefined, `there was no attempt ${index}`);
    return attempt;
  };
  return { reading, attempts, at };
}

describe('TargetResource', () => {
  it('reads nothing before it is asked, and once however many ask', async () => {
    const { reading, attempts, at } = setUp();
    await settlePromises();
    assert.equal(attempts.length, 0);
    const loads = [reading.load(), reading.load(), reading.load()];
    (await at(0)).answer('one');
    await Promise.all(loads);
    await reading.load();
    assert.deepEqual([attempts.length, reading.value, reading.failure], [1, 'one', undefined]);
  });

  it('reads again after it was called stale, and is given what it read', async () => {
    const { reading, at } = setUp();
    const first = reading.load();
    (await at(0)).answer('one');
    await first;
    reading.invalidate();
    assert.equal(reading.value, 'one');
    const second = reading.load();
    const attempt = await at(1);
    assert.equal(attempt.last, 'one');
    attempt.answer('two');
    await second;
    assert.equal(reading.value, 'two');
  });

  it('reads once more if it was called stale while it read', async () => {
    const { reading, at } = setUp();
    const first = reading.load();
    const attempt = await at(0);
    reading.invalidate();
    const second = reading.load();
    attempt.answer('one');
    await first;
    assert.equal(reading.value, 'one');
    (await at(1)).answer('two');
    await second;
    assert.equal(reading.value, 'two');
  });

  it('keeps what it read when it cannot be read again, until it can', async () => {
    const { reading, attempts, at } = setUp();
    for (const [index, end] of ['one', failure, 'three'].entries()) {
      reading.invalidate();
      const load = reading.load();
      const attempt = await at(index);
      if (typeof end === 'string') attempt.answer(end);
      else attempt.fail(new TaskRouterFailure(end));
      await load;
      await reading.load();
      assert.equal(attempts.length, index + 1);
      assert.deepEqual(reading.failure, typeof end === 'string' ? undefined : end);
      assert.equal(reading.value, typeof end === 'string' ? end : 'one');
    }
  });

  it('rejects with what is no failure, keeps neither, and reads again', async () => {
    const { reading, at } = setUp();
    const load = reading.load();
    (await at(0)).fail(new DOMException('cut', 'AbortError'));
    await assert.rejects(load, { name: 'AbortError' });
    assert.equal(reading.failure, undefined);
    const again = reading.load();
    (await at(1)).answer('two');
    await again;
    assert.equal(reading.value, 'two');
  });

  it('is changed after it was read, and before it is read again', async () => {
    const { reading, at } = setUp();
    const done: string[] = [];
    const first = reading.load();
    const change = reading.change((value) => {
      done.push(`change of ${value}`);
      return Promise.resolve(`${value}!`);
    });
    reading.invalidate();
    (await at(0)).answer('one');
    await Promise.all([first, change]);
    reading.invalidate();
    const second = reading.load();
    assert.equal((await at(1)).last, 'one!');
    (await at(1)).answer('two');
    await second;
    assert.deepEqual(done, ['change of one']);
    assert.equal(reading.value, 'two');
  });

  it('is not changed before it was read', async () => {
    const { reading } = setUp();
    await reading.change(() => Promise.reject(new Error('must not be called')));
    assert.equal(reading.value, undefined);
  });

  it('stays as it was when a change fails, and can be used on', async () => {
    const { reading, at } = setUp();
    const load = reading.load();
    (await at(0)).answer('one');
    await load;
    await assert.rejects(
      reading.change(() => Promise.reject(new Error('broken'))),
      /broken/,
    );
    assert.equal(reading.value, 'one');
    await reading.change((value) => Promise.resolve(`${value}!`));
    assert.equal(reading.value, 'one!');
  });
});
