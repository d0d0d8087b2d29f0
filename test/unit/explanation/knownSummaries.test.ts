import assert from 'node:assert/strict';
import { KnownSummaries } from '../../../src/core/explanation/knownSummaries.ts';
import { message } from '../../../src/core/messages/message.ts';
import { numberedTask } from '../../support/connectionsOf.ts';

const pending = { assignment_status: 'pending', task_queue_sid: 'WQ1', priority: 0, age: 1 };
const text = (fields: object = {}) => JSON.stringify({ ...pending, ...fields });
const known = { summary: message('Waiting'), at: 7 };

describe('KnownSummaries', () => {
  it('know why a Task waits, as long as it waits there', () => {
    const all = new KnownSummaries();
    const task = numberedTask(1);
    assert.equal(all.get(task, text()), undefined);
    all.add(task, text(), known);
    assert.equal(all.get(task, text({ age: 9 }))?.summary, known.summary);
    assert.equal(all.get(task, undefined)?.at, 7);
    for (const change of [
      { assignment_status: 'assigned' },
      { task_queue_sid: 'WQ2' },
      { priority: 5 },
    ]) {
      assert.equal(all.get(task, text(change)), undefined, JSON.stringify(change));
    }
    assert.equal(all.get(numberedTask(2), text()), undefined);
    assert.equal(all.get(numberedTask(1, 'other'), text()), undefined);
  });

  it('tell when something else is known of a Task', () => {
    const all = new KnownSummaries();
    const told: string[] = [];
    all.onDidChange(({ taskSid }) => told.push(taskSid.slice(-1)));
    all.add(numberedTask(1), text(), known);
    all.add(numberedTask(1), text({ age: 5 }), { ...known, at: 8 });
    assert.deepEqual(told, ['1']);
    all.add(numberedTask(1), text(), { ...known, summary: message('Other') });
    all.add(numberedTask(1), text({ priority: 1 }), known);
    all.forget();
    assert.deepEqual(told, ['1', '1', '1', '1']);
  });

  it('forget what was found with a profile', () => {
    const all = new KnownSummaries();
    all.add(numberedTask(1, 'a'), text(), known);
    all.add(numberedTask(1, 'b'), text(), known);
    all.forget('a');
    assert.equal(all.get(numberedTask(1, 'a'), text()), undefined);
    assert.equal(all.get(numberedTask(1, 'b'), text())?.at, 7);
  });

  it('keep the last two hundred', () => {
    const all = new KnownSummaries();
    for (let number = 0; number < 205; number++) all.add(numberedTask(number), text(), known);
    assert.equal(all.get(numberedTask(4), text()), undefined);
    assert.equal(all.get(numberedTask(5), text())?.at, 7);
  });
});
