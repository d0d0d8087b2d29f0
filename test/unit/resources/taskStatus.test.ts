import assert from 'node:assert/strict';
import {
  factsOfStatus,
  isTaskOver,
  isTaskStatus,
  isTaskWaiting,
  statusFacts,
  taskStatuses,
} from '../../../src/core/resources/taskStatus.ts';

describe('The status of a Task', () => {
  const statuses: [status: string, waits: boolean, isOver: boolean][] = [
    ['pending', true, false],
    ['reserved', true, false],
    ['assigned', false, false],
    ['wrapping', false, false],
    ['completed', false, true],
    ['canceled', false, true],
  ];
  for (const [status, waits, isOver] of statuses) {
    const said = `${waits ? 'waits' : 'does not wait'}, and is ${isOver ? 'over' : 'not over'}`;
    it(`is ${said} if it is ${status}`, () => {
      assert.equal(isTaskWaiting(status), waits);
      assert.equal(isTaskOver(status), isOver);
    });
  }

  it('is one of six values, in the order of the lifecycle', () => {
    assert.deepEqual(
      taskStatuses,
      statuses.map(([status]) => status),
    );
  });

  it('has a unique icon and label, and a unique phase until it is over', () => {
    const facts = taskStatuses.map((status) => statusFacts[status]);
    const phases = taskStatuses.flatMap((status) => factsOfStatus(status)?.phase ?? []);
    assert.equal(new Set(facts.map(({ icon }) => icon)).size, taskStatuses.length);
    assert.equal(new Set(facts.map(({ label }) => label.text)).size, taskStatuses.length);
    assert.equal(new Set(phases).size, 4);
    assert.equal(phases.length, 4);
  });

  for (const other of ['parked', '', 'Pending', 'constructor', 'toString', undefined, null, 7]) {
    it(`is unknown for ${String(other)}`, () => {
      assert.ok(!isTaskStatus(other));
      assert.equal(factsOfStatus(other), undefined);
      assert.ok(!isTaskOver(other));
      assert.ok(!isTaskWaiting(other));
    });
  }
});
