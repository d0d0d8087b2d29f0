import assert from 'node:assert/strict';
import { TaskRouterFailure, type Failure } from '../../../src/core/taskrouter/failure.ts';
import { CachedValue } from '../../../src/core/tasks/cachedValue.ts';
import { settlePromises } from '../../support/waiting.ts';

const failure: Failure = { kind: 'server', host: 'localhost', status: 500 };

interface Attempt {
  readonly last: string | undefined;
  readonly answer: (value: string) => void;
  readonly fail: (error: unknown) => void;
}

function setUp() {
  const attempts: Attempt[] = [];
  const cached = new CachedValue<string>(
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
  return { cached, attempts, at };
}

describe('CachedValue', () => {
  it('reads nothing before it is asked, and once however many ask', async () => {
    const { cached, attempts, at } = setUp();
    await settlePromises();
    assert.equal(attempts.length, 0);
    const loads = [cached.load(), cached.load(), cached.load()];
    (await at(0)).answer('one');
    await Promise.all(loads);
    await cached.load();
    assert.deepEqual([attempts.length, cached.value, cached.failure], [1, 'one', undefined]);
  });

  it('reads again after it was called stale, and is given what it read', async () => {
    const { cached, at } = setUp();
    const first = cached.load();
    (await at(0)).answer('one');
    await first;
    cached.invalidate();
    assert.equal(cached.value, 'one');
    const second = cached.load();
    const attempt = await at(1);
    assert.equal(attempt.last, 'one');
    attempt.answer('two');
    await second;
    assert.equal(cached.value, 'two');
  });

  it('reads once more if it was called stale while it read', async () => {
    const { cached, at } = setUp();
    const first = cached.load();
    const attempt = await at(0);
    cached.invalidate();
    const second = cached.load();
    attempt.answer('one');
    await first;
    assert.equal(cached.value, 'one');
    (await at(1)).answer('two');
    await second;
    assert.equal(cached.value, 'two');
  });

  it('keeps what it read when it cannot be read again, until it can', async () => {
    const { cached, attempts, at } = setUp();
    for (const [index, end] of ['one', failure, 'three'].entries()) {
      cached.invalidate();
      const load = cached.load();
      const attempt = await at(index);
      if (typeof end === 'string') attempt.answer(end);
      else attempt.fail(new TaskRouterFailure(end));
      await load;
      await cached.load();
      assert.equal(attempts.length, index + 1);
      assert.deepEqual(cached.failure, typeof end === 'string' ? undefined : end);
      assert.equal(cached.value, typeof end === 'string' ? end : 'one');
    }
  });

  it('rejects with what is no failure, keeps neither, and reads again', async () => {
    const { cached, at } = setUp();
    const load = cached.load();
    (await at(0)).fail(new DOMException('cut', 'AbortError'));
    await assert.rejects(load, { name: 'AbortError' });
    assert.equal(cached.failure, undefined);
    const again = cached.load();
    (await at(1)).answer('two');
    await again;
    assert.equal(cached.value, 'two');
  });

  it('is changed after it was read, and before it is read again', async () => {
    const { cached, at } = setUp();
    const done: string[] = [];
    const first = cached.load();
    const change = cached.change((value) => {
      done.push(`change of ${value}`);
      return Promise.resolve(`${value}!`);
    });
    cached.invalidate();
    (await at(0)).answer('one');
    await Promise.all([first, change]);
    cached.invalidate();
    const second = cached.load();
    assert.equal((await at(1)).last, 'one!');
    (await at(1)).answer('two');
    await second;
    assert.deepEqual(done, ['change of one']);
    assert.equal(cached.value, 'two');
  });

  it('has a value of before until it is loaded', async () => {
    const cached = new CachedValue<string>((last) => Promise.resolve(`${last}!`), 'before');
    assert.equal(cached.value, 'before');
    await cached.load();
    assert.equal(cached.value, 'before!');
  });

  it('is not changed before it was read', async () => {
    const { cached } = setUp();
    await cached.change(() => Promise.reject(new Error('must not be called')));
    assert.equal(cached.value, undefined);
  });

  it('stays as it was when a change fails, and can be used on', async () => {
    const { cached, at } = setUp();
    const load = cached.load();
    (await at(0)).answer('one');
    await load;
    await assert.rejects(
      cached.change(() => Promise.reject(new Error('broken'))),
      /broken/,
    );
    assert.equal(cached.value, 'one');
    await cached.change((value) => Promise.resolve(`${value}!`));
    assert.equal(cached.value, 'one!');
  });
});
