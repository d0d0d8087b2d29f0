import assert from 'node:assert/strict';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import { taskDetails } from '../../../src/core/page/taskDetails.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { describeStatus } from '../../../src/core/resources/taskStatus.ts';
import { summarizeTask, taskVersion } from '../../../src/core/taskrouter/taskSummary.ts';
import { FetchHistory } from '../../../src/core/tasks/fetchHistory.ts';
import { numberedTask } from '../../support/connectionsOf.ts';
import { plain } from '../../support/english.ts';

describe('summarizeTask', () => {
  it('reads the facts for a line about a Task', () => {
    const text = JSON.stringify({
      ...{ assignment_status: 'pending', task_queue_friendly_name: 'Support' },
      ...{ task_channel_unique_name: 'voice', priority: 0, age: 7 },
    });
    assert.deepEqual(summarizeTask(text), {
      ...{ status: 'pending', queueName: 'Support', channelName: 'voice' },
      ...{ priority: 0, ageSeconds: 7 },
    });
  });

  it('omits fields that are missing, null, of another type or infinite', () => {
    const odd = JSON.stringify({
      ...{ assignment_status: 1, task_queue_friendly_name: null },
      ...{ task_channel_unique_name: 2, priority: '3', age: '4' },
    });
    const infinite = '{"priority":-1e400,"age":1e400}';
    for (const text of ['{}', '[]', 'null', odd, infinite])
      assert.deepEqual(summarizeTask(text), {});
  });
});

describe('describeStatus', () => {
  const words: [status: string | undefined, words: string][] = [
    ['pending', 'Pending'],
    ['reserved', 'Reserved'],
    ['assigned', 'Assigned'],
    ['wrapping', 'Wrapping'],
    ['completed', 'Completed'],
    ['canceled', 'Canceled'],
    ['parked', 'parked'],
    [undefined, 'Status unknown'],
  ];
  for (const [status, expected] of words) {
    it(`says ${expected}`, () => {
      const said = describeStatus(status);
      const text = typeof said === 'string' ? said : formatMessage(said, plainEnglish);
      assert.equal(text, expected);
    });
  }
});

describe('taskVersion', () => {
  const cases: [etag: string | undefined, version: string | undefined][] = [
    ['"0"', '0'],
    ['"17"', '17'],
    ['W/"3"', '3'],
    ['3', '3'],
    ['"a b"', 'a b'],
    ['"a\u202eb"', 'ab'],
    [`"${'f'.repeat(64)}"`, `${'f'.repeat(40)}…`],
    ['""', undefined],
    ['W/""', undefined],
    ['', undefined],
    [undefined, undefined],
  ];
  for (const [etag, version] of cases) {
    it(`is ${version ?? 'none'} for ${JSON.stringify(etag)}`, () => {
      assert.equal(taskVersion(etag), version);
    });
  }
});

describe('The version of a Task', () => {
  const task = numberedTask(1);
  const shownFor = (fields: object, etag?: string) => {
    const surroundings = {
      ...{
        task,
        workspaceName: '',
        present: presenter(true),
        now: 0,
        clock: String,
        localize: plain,
      },
      profile: { name: 'env', apiBaseUrl: 'https://taskrouter.example' },
    };
    const view = taskDetails(JSON.stringify(fields), 0, surroundings, etag);
    const value = view.facts.find(({ name }) => name === 'date_updated')?.value;
    return value?.kind === 'moment' ? value.note : value;
  };
  const written = '2026-03-02T09:00:00Z';

  it('is shown beside the date of its last change', () => {
    assert.equal(shownFor({ date_updated: written }, '"3"'), 'version 3');
    assert.equal(shownFor({ date_updated: written }, '"12345678"'), 'version 12345678');
  });

  it('is absent without an ETag', () => {
    assert.equal(shownFor({ date_updated: written }), undefined);
    assert.equal(shownFor({}, '"3"'), undefined);
    assert.deepEqual(shownFor({ date_updated: null }, '"3"'), { kind: 'none' });
  });

  it('is kept with each fetch', () => {
    const history = new FetchHistory();
    for (const etag of ['"1"', '"2"', undefined]) {
      history.add(task, { text: '{}', fetchedAt: 1, ...(etag !== undefined && { etag }) });
    }
    assert.deepEqual(
      history.get(task).map(({ etag, number }) => [etag, number]),
      [
        ['"1"', 1],
        ['"2"', 2],
        [undefined, 3],
      ],
    );
  });
});
