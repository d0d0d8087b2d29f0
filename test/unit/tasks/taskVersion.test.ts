import assert from 'node:assert/strict';
import { taskDetails } from '../../../src/core/details/taskDetails.ts';
import { FetchHistory } from '../../../src/core/tasks/fetchHistory.ts';
import { taskVersion } from '../../../src/core/tasks/taskVersion.ts';
import { inEnglish } from '../../support/inEnglish.ts';
import { numberedTask } from '../../support/numberedTask.ts';

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
      ...{ task, workspaceName: '', masked: true, now: 0, clock: String },
      profile: { name: 'env', apiBaseUrl: 'https://taskrouter.example' },
    };
    const view = inEnglish(taskDetails(JSON.stringify(fields), 0, surroundings, etag));
    const value = view.facts.find(({ name }) => name === 'date_updated')?.value;
    return value?.kind === 'moment' ? value.note : value;
  };
  const written = '2026-03-02T09:00:00Z';

  it('stands beside the date of its last change', () => {
    assert.equal(shownFor({ date_updated: written }, '"3"'), 'version 3');
    assert.equal(shownFor({ date_updated: written }, '"12345678"'), 'version 12345678');
  });

  it('is not made up', () => {
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
