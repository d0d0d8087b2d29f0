import assert from 'node:assert/strict';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import type { TaskSummary } from '../../../src/core/taskrouter/taskSummary.ts';
import { describeKnownTask } from '../../../src/core/tasks/knownTasks.ts';

const task = { profileId: 'work', workspaceSid: 'WS0', taskSid: 'WT0' };

function describeKnown(summary: TaskSummary, masked = false): string[] {
  const shown = { profile: 'Work', time: '9:41:12 AM', present: presenter(masked) };
  const facts = describeKnownTask({ ...summary, task, fetchedAt: 0 }, shown);
  return facts.map((fact) =>
    typeof fact === 'object' ? formatMessage(fact, plainEnglish) : String(fact),
  );
}

const around = ['profile Work', 'fetched 9:41:12 AM'];

describe('describeKnownTask', () => {
  it('has status, queue, age, profile, and time of the fetch', () => {
    assert.deepEqual(describeKnown({ status: 'pending', queueName: 'Support', ageSeconds: 1214 }), [
      'Pending',
      'TaskQueue Support',
      '20 min 14 s old',
      ...around,
    ]);
  });

  it('omits missing facts, except for an unknown status', () => {
    assert.deepEqual(describeKnown({}), ['Status unknown', ...around]);
    assert.deepEqual(describeKnown({ status: '', queueName: '' }), ['Status unknown', ...around]);
  });

  it('shows an unknown status unchanged', () => {
    assert.deepEqual(describeKnown({ status: 'parked' }), ['parked', ...around]);
  });

  it('masks names and status in privacy mode', () => {
    const summary = { status: '+1 (415) 555-0100', queueName: 'for bob@example.com' };
    assert.deepEqual(describeKnown(summary), [
      '+1 (415) 555-0100',
      'TaskQueue for bob@example.com',
      ...around,
    ]);
    assert.deepEqual(describeKnown(summary, true), ['•••', 'TaskQueue for •••', ...around]);
  });

  it('masks a number that is split by invisible characters', () => {
    const summary = { status: 'pending', queueName: '+1415\u200b555\u20600100' };
    assert.deepEqual(describeKnown(summary, true), ['Pending', 'TaskQueue •••', ...around]);
  });

  it('shows each fact in one line, without invisible characters', () => {
    const summary = { status: 'a\r\n\n# b', queueName: 'x\u202egnp.exe' };
    assert.deepEqual(describeKnown(summary), ['a # b', 'TaskQueue xgnp.exe', ...around]);
  });

  it('cuts a long name between characters', () => {
    const [status, queue] = describeKnown({
      status: 'x'.repeat(100_000),
      queueName: '😀'.repeat(101),
    });
    assert.equal(status, `${'x'.repeat(100)}…`);
    assert.equal(queue, `TaskQueue ${'😀'.repeat(100)}…`);
    const whole = 'y'.repeat(100);
    assert.equal(describeKnown({ status: whole })[0], whole);
  });
});
