import assert from 'node:assert/strict';
import { taskDetails } from '../../../src/core/page/taskDetails.ts';
import { noChanges, viewChanges, type ViewChanges } from '../../../src/core/page/viewChanges.ts';
import { numberedTask } from '../../support/connectionsOf.ts';
import { plain } from '../../support/english.ts';
import { SimulationReader } from '../../support/simulation.ts';

const HOUR = 3_600_000;

function viewOf(task: object | string, { masked = false, now = 0, etag = '"0"' } = {}) {
  const text = typeof task === 'string' ? task : JSON.stringify(task);
  const surroundings = {
    ...{ task: numberedTask(1), workspaceName: '', masked, now },
    profile: { name: 'env', apiBaseUrl: 'https://taskrouter.example' },
    clock: String,
    localize: plain,
  };
  return taskDetails(text, now, surroundings, etag);
}

const base = {
  assignment_status: 'pending',
  age: 10,
  timeout: 3600,
  priority: 1,
  reason: null,
  date_created: '2026-01-01T00:00:00Z',
  task_queue_sid: `WQ${'0'.repeat(32)}`,
  task_queue_friendly_name: 'Support',
  attributes: '{"a":1,"list":[1,2]}',
  addons: '{"x":{"y":1}}',
  later: { one: 1 },
};

describe('viewChanges', () => {
  const changes: [what: string, change: object, expected: Partial<ViewChanges>][] = [
    ['nothing', {}, {}],
    ['not its age', { age: 500 }, {}],
    ['not its age past its timeout', { age: 5000 }, {}],
    ['a fact', { priority: 2 }, { facts: ['priority'] }],
    ['a fact that there was not', { reason: 'busy' }, { facts: ['reason'] }],
    ['a fact that there is no more', { priority: null }, { facts: ['priority'] }],
    ['a name', { task_queue_friendly_name: 'Sales' }, { facts: ['task_queue_sid'] }],
    ['a date', { date_created: '2026-01-01T00:00:01Z' }, { facts: ['date_created'] }],
    ['an attribute', { attributes: '{"a":1,"list":[1,3]}' }, { attributes: ['1.1'] }],
    ['not how attributes are spaced', { attributes: '{ "a":1, "list":[1,2] }' }, {}],
    ['attributes that were none', { attributes: '{"a":2,"b":1}' }, { attributes: ['1', '0'] }],
    ['not attributes that are no JSON', { attributes: '{"a":' }, {}],
    ['an add-on', { addons: '{"x":{"y":2}}' }, { addons: ['0.0'] }],
    ['another field', { later: { one: 2 } }, { otherFields: ['0.0'] }],
    ['another field that is new', { newer: 1 }, { otherFields: ['1'] }],
  ];
  for (const [what, change, expected] of changes) {
    it(`marks ${what}: ${JSON.stringify(change)}`, () => {
      const found = viewChanges(viewOf(base), viewOf({ ...base, ...change }, { now: HOUR }));
      const sorted = (places: ViewChanges) =>
        Object.fromEntries(
          Object.entries(places).map(([key, all]) => [key, (all as string[]).toSorted()]),
        );
      assert.deepEqual(sorted(found), sorted({ ...noChanges, ...expected }));
    });
  }

  it('marks all of attributes that were no JSON', () => {
    const before = viewOf({ ...base, attributes: 'no JSON' });
    assert.deepEqual(viewChanges(before, viewOf(base)).attributes.toSorted(), ['0', '1']);
  });

  it('tells nothing of what is masked, and what became of the rest', () => {
    const masked = { masked: true };
    const after = { ...base, attributes: '{"a":7,"list":[1,2]}', priority: 2 };
    const found = viewChanges(viewOf(base, masked), viewOf(after, masked));
    assert.deepEqual(found, { ...noChanges, facts: ['priority'] });
  });

  it('marks nothing of a Task that only grew older', () => {
    const reader = new SimulationReader();
    const path = `${reader.base}/Tasks/${reader.sid('WT', 'waiting-invoice')}`;
    const before = reader.simulation.get(path).body;
    const { age } = JSON.parse(before) as { age: number };
    const after = before.replace(`"age":${age}`, `"age":${age + 3600}`);
    assert.notEqual(after, before);
    assert.deepEqual(viewChanges(viewOf(before), viewOf(after, { now: HOUR })), noChanges);
  });

  it('tells a newer version at the date of the last change', () => {
    const task = { ...base, date_updated: '2026-01-01T00:00:00Z' };
    const changes = (etag: string) => viewChanges(viewOf(task), viewOf(task, { etag }));
    assert.deepEqual(changes('"1"'), { ...noChanges, facts: ['date_updated'] });
    assert.deepEqual(changes('W/"0"'), noChanges);
  });
});
