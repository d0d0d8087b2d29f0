import assert from 'node:assert/strict';
import { DisposableStore } from '../../../src/core/base/disposables.ts';
import { Listeners } from '../../../src/core/base/listeners.ts';

describe('DisposableStore', () => {
  it('disposes everything in reverse order, and only once', () => {
    const held = new DisposableStore();
    const gone: string[] = [];
    for (const name of ['first', 'second', 'third']) {
      held.add({ dispose: () => gone.push(name) });
    }
    assert.deepEqual(gone, []);
    held.dispose();
    held.dispose();
    assert.deepEqual(gone, ['third', 'second', 'first']);
  });

  it('returns what is added, and disposes it once', () => {
    const held = new DisposableStore();
    let times = 0;
    const one = { dispose: () => times++, name: 'one' };
    assert.equal(held.add(one), one);
    held.add(one);
    held.dispose();
    assert.equal(times, 1);
  });

  it('disposes at once what is added after it was disposed, and returns it', () => {
    const held = new DisposableStore();
    let times = 0;
    held.dispose();
    const late = { dispose: () => times++ };
    assert.equal(held.add(late), late);
    assert.equal(times, 1);
    held.dispose();
    assert.equal(times, 1);
  });

  it('disposes at once what is added during dispose', () => {
    const held = new DisposableStore();
    const gone: string[] = [];
    held.add({ dispose: () => gone.push('first') });
    held.add({
      dispose: () => {
        held.add({ dispose: () => gone.push('late') });
      },
    });
    held.dispose();
    assert.deepEqual(gone, ['late', 'first']);
  });

  it('disposes the others if one throws, and then throws its error', () => {
    const held = new DisposableStore();
    const gone: string[] = [];
    held.add({ dispose: () => gone.push('first') });
    held.add({
      dispose: () => {
        throw new Error('stuck');
      },
    });
    assert.throws(() => {
      held.dispose();
    }, /^Error: stuck$/);
    assert.deepEqual(gone, ['first']);
  });
});

describe('Listeners', () => {
  it('calls the listeners in order until they are removed', () => {
    const listeners = new Listeners<number>();
    const heard: string[] = [];
    const first = listeners.add((value) => heard.push(`first ${value}`));
    listeners.add((value) => heard.push(`second ${value}`));
    listeners.fire(1);
    first.dispose();
    first.dispose();
    listeners.fire(2);
    assert.deepEqual(heard, ['first 1', 'second 1', 'second 2']);
  });

  it('does not call a listener that is added during the same event', () => {
    const listeners = new Listeners<void>();
    let late = 0;
    const added = listeners.add(() => {
      added.dispose();
      listeners.add(() => late++);
    });
    listeners.fire();
    assert.equal(late, 0);
    listeners.fire();
    assert.equal(late, 1);
  });

  it('does not pass an error of a listener to the caller of fire or other listeners', async () => {
    const listeners = new Listeners<void>();
    let heard = 0;
    const fault = new Error('of a listener');
    listeners.add(() => {
      throw fault;
    });
    listeners.add(() => heard++);
    // An uncaught error is reported by the process, which mocha handles as well.
    const others = process.listeners('uncaughtException');
    process.removeAllListeners('uncaughtException');
    try {
      const uncaught = new Promise((resolve) => process.once('uncaughtException', resolve));
      listeners.fire();
      assert.equal(heard, 1);
      assert.equal(await uncaught, fault);
    } finally {
      for (const listener of others) process.on('uncaughtException', listener);
    }
  });
});
