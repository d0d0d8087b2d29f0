import assert from 'node:assert/strict';
import { QueueNames } from '../../../src/core/tasks/queueNames.ts';
import type { FetchedResource } from '../../../src/core/tasks/taskStore.ts';

const D = '0123456789abcdef0123456789abcdef';
const QUEUE = `WQ${D}`;
const WORKSPACE = `WS${D}`;

function fetched(own: { taskSid?: string; sid?: string }, body: unknown): FetchedResource {
  const resource = { profileId: 'one', workspaceSid: WORKSPACE, ...own };
  return { resource, fetched: { text: JSON.stringify(body), fetchedAt: 0 } };
}

const row = (sid: string, name: unknown) => ({
  sid,
  text: JSON.stringify({ sid, friendly_name: name }),
});

describe('The names of TaskQueues', () => {
  it('are those of a list, under the profile that read it', () => {
    const names = new QueueNames();
    names.learn('one', [row(QUEUE, 'Support'), row(`WQ${'a'.repeat(32)}`, 5)]);
    assert.deepEqual(names.all('one', []), [{ sid: QUEUE, name: 'Support' }]);
    assert.deepEqual(names.all('other', []), []);
    names.forget('one');
    assert.deepEqual(names.all('one', []), []);
  });

  it('are known from the documents of TaskQueues and Tasks as well', () => {
    const names = new QueueNames();
    const queue = fetched({ sid: QUEUE }, { friendly_name: 'Support' });
    assert.deepEqual(names.all('one', [queue]), [{ sid: QUEUE, name: 'Support' }]);
    const body = { task_queue_sid: QUEUE, task_queue_friendly_name: 'Sales', friendly_name: 'x' };
    const task = fetched({ taskSid: `WT${D}` }, body);
    assert.deepEqual(names.all('one', [task]), [{ sid: QUEUE, name: 'Sales' }]);
  });

  it('are each there once, whatever the case of the digits', () => {
    const names = new QueueNames();
    names.learn('one', [row(`WQ${D.toUpperCase()}`, 'Support')]);
    const queue = fetched({ sid: QUEUE }, { friendly_name: 'Former' });
    assert.deepEqual(
      names.all('one', [queue]).map(({ name }) => name),
      ['Support'],
    );
  });

  it('are none of what holds none', () => {
    const others = [
      fetched({ taskSid: `WT${D}` }, { task_queue_sid: 'x', task_queue_friendly_name: 'Sales' }),
      fetched({ sid: `WK${D}` }, { friendly_name: 'Alice' }),
      fetched({ sid: QUEUE }, null),
      fetched({ sid: QUEUE }, { friendly_name: '' }),
    ];
    assert.deepEqual(new QueueNames().all('one', others), []);
  });
});
