import assert from 'node:assert/strict';
import { StatusChanges } from '../../../src/core/tasks/statusChanges.ts';
import { numberedTask } from '../../support/connectionsOf.ts';

describe('StatusChanges', () => {
  const [one, other] = [numberedTask(1), numberedTask(2)];
  const follow = (...statuses: readonly [typeof one, string][]) => {
    const changes = new StatusChanges();
    for (const [task, status] of statuses) changes.add(task, status);
    return changes;
  };

  it('takes the first status of a Task for no change', () => {
    assert.equal(follow([one, 'pending'], [other, 'reserved']).latest, undefined);
  });

  it('keeps the last change while later fetches bring nothing new', () => {
    const changes = follow([one, 'pending'], [one, 'assigned'], [one, 'assigned']);
    assert.deepEqual(changes.latest, { task: one, before: 'pending', after: 'assigned' });
  });

  it('has the last change of all Tasks', () => {
    const changes = follow([one, 'pending'], [other, 'pending'], [one, 'assigned']);
    changes.add(other, 'reserved');
    assert.equal(changes.latest?.task, other);
  });

  it('forgets a Task with its change', () => {
    const changes = follow([one, 'pending'], [one, 'assigned']);
    changes.delete(other);
    assert.notEqual(changes.latest, undefined);
    changes.delete(one);
    changes.add(one, 'wrapping');
    assert.equal(changes.latest, undefined);
  });
});
