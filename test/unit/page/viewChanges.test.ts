import assert from 'node:assert/strict';
import { noChanges, viewChanges, type ViewChanges } from '../../../src/core/page/viewChanges.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { numberedTask } from '../../support/connectionsOf.ts';
import { plain } from '../../support/english.ts';
import { SimulationReader } from '../../support/simulation.ts';

const HOUR = 3_600_000;

interface Fetch {
  readonly text: string;
  readonly fetchedAt: number;
  readonly etag: string;
}

function fetchOf(task: object | string, { at = 0, etag = '"0"' } = {}): Fetch {
  return { text: typeof task === 'string' ? task : JSON.stringify(task), fetchedAt: at, etag };
}

function changesOf(before: Fetch, after: Fetch, masked = false): ViewChanges {
  return viewChanges(before, after, {
    ...{ task: numberedTask(1), workspaceName: '', present: presenter(masked) },
    profile: { name: 'env', apiBaseUrl: 'https://taskrouter.example' },
    ...{ now: after.fetchedAt, clock: String, localize: plain },
  });
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
      const found = changesOf(fetchOf(base), fetchOf({ ...base, ...change }, { at: HOUR }));
      const sorted = (places: ViewChanges) =>
        Object.fromEntries(
          Object.entries(places).map(([key, all]) => [key, (all as string[]).toSorted()]),
        );
      assert.deepEqual(sorted(found), sorted({ ...noChanges, ...expected }));
    });
  }

  it('marks all of attributes that were no JSON', () => {
    const before = fetchOf({ ...base, attributes: 'no JSON' });
    assert.deepEqual(changesOf(before, fetchOf(base)).attributes.toSorted(), ['0', '1']);
  });

  it('marks what is masked as well: where it is, and nothing of what it says', () => {
    const before = fetchOf({ ...base, reason: 'call +1 500 555 0006' });
    const after = fetchOf({
      ...{ ...base, reason: 'call +1 500 555 0199' },
      attributes: '{"a":7,"list":[1,2],"ada@acme.example":1}',
    });
    assert.deepEqual(changesOf(before, after, true), {
      ...{ ...noChanges, facts: ['reason'] },
      attributes: ['0', '2'],
    });
    assert.deepEqual(changesOf(before, after, true), changesOf(before, after));
  });

  it('marks nothing of a Task that only grew older', () => {
    const reader = new SimulationReader();
    const path = `${reader.base}/Tasks/${reader.sid('WT', 'waiting-invoice')}`;
    const before = reader.simulation.get(path).body;
    const { age } = JSON.parse(before) as { age: number };
    const after = before.replace(`"age":${age}`, `"age":${age + 3600}`);
    assert.notEqual(after, before);
    assert.deepEqual(changesOf(fetchOf(before), fetchOf(after, { at: HOUR })), noChanges);
  });

  it('tells a newer version at the date of the last change', () => {
    const task = { ...base, date_updated: '2026-01-01T00:00:00Z' };
    const changes = (etag: string) => changesOf(fetchOf(task), fetchOf(task, { etag }));
    assert.deepEqual(changes('"1"'), { ...noChanges, facts: ['date_updated'] });
    assert.deepEqual(changes('W/"0"'), noChanges);
  });
});
