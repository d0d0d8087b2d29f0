import assert from 'node:assert/strict';
import { WatchedTasks } from '../../../src/core/tasks/watchedTasks.ts';
import { numberedTask } from '../../support/connectionsOf.ts';

const [first, second] = [numberedTask(1), numberedTask(2)];

describe('WatchedTasks', () => {
  it('lists the watched Tasks, the latest last', () => {
    const watched = new WatchedTasks();
    for (const task of [first, second]) watched.set(task, { kind: 'watching' });
    watched.set(first, { kind: 'ended' });
    assert.deepEqual(watched.list, [second]);
    watched.set(first, { kind: 'watching' });
    assert.deepEqual(watched.list, [second, first]);
  });

  it('knows why a Task is no longer watched, until that is cleared', () => {
    const watched = new WatchedTasks();
    assert.equal(watched.get(first), undefined);
    for (const kind of ['watching', 'ended', 'deleted'] as const) {
      watched.set(first, { kind });
      assert.deepEqual(watched.get(first), { kind });
      assert.equal(watched.isWatched(first), kind === 'watching');
    }
    watched.set(first, undefined);
    assert.equal(watched.get(first), undefined);
  });

  it('lists apart what was watched before the window was reloaded', () => {
    const watched = new WatchedTasks();
    for (const task of [first, second]) watched.set(task, { kind: 'before' });
    watched.set(second, { kind: 'watching' });
    assert.deepEqual([watched.list, watched.before], [[second], [first]]);
  });

  it('separates profiles', () => {
    const watched = new WatchedTasks();
    watched.set(first, { kind: 'watching' });
    assert.equal(watched.isWatched({ ...first, profileId: 'other' }), false);
  });

  it('keeps only the SIDs and the profile of a Task', () => {
    const watched = new WatchedTasks();
    const row = { ...first, name: 'Ada' };
    watched.set(row, { kind: 'watching' });
    assert.deepEqual(watched.list, [first]);
  });

  it('fires for changes, and not if an unknown Task is cleared', () => {
    const watched = new WatchedTasks();
    const told: unknown[] = [];
    const listening = watched.onDidChange((task) => told.push(task));
    watched.set(first, undefined);
    assert.deepEqual(told, []);
    watched.set(first, { kind: 'watching' });
    watched.set(first, undefined);
    assert.deepEqual(told, [first, first]);
    listening.dispose();
    watched.set(first, { kind: 'watching' });
    assert.equal(told.length, 2);
  });
});
