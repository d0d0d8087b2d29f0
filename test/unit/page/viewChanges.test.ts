import assert from 'node:assert/strict';
import {
  hasChanges,
  noChanges,
  viewChanges,
  type ViewChanges,
} from '../../../src/core/page/viewChanges.ts';
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

function changesOf(earlier: Fetch | readonly Fetch[], latest: Fetch, masked = false): ViewChanges {
  return viewChanges('text' in earlier ? [earlier] : earlier, latest, {
    ...{ task: numberedTask(1), workspaceName: '', present: presenter(masked) },
    profile: { name: 'env', apiBaseUrl: 'https://taskrouter.example' },
    ...{ now: latest.fetchedAt, localize: plain },
  });
}

/** One line a change: where it is, and what was there. */
function lines({ status, facts, ...values }: ViewChanges): readonly string[] {
  const places = { at: values.attributes, addon: values.addons, other: values.otherFields };
  return [
    ...(status === undefined ? [] : [`status ${status}`]),
    ...facts.map(({ name, before }) => {
      if (before === undefined) return name;
      return `${name} ${'words' in before ? before.words : before.kind === 'link' ? before.link.name : before.kind}`;
    }),
    ...Object.entries(places).flatMap(([kind, { changed, removed }]) => [
      ...changed.map(({ at, before = 'new' }) => `${kind} ${at} ${before}`),
      ...removed.map(({ path, before }) => `${kind} ${path} removed ${before}`),
    ]),
  ].toSorted();
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
  const changes: [what: string, change: object, expected: readonly string[]][] = [
    ['nothing', {}, []],
    ['not its age', { age: 500 }, []],
    ['not its age past its timeout', { age: 5000 }, []],
    ['its status', { assignment_status: 'reserved' }, ['status Pending']],
    ['a fact', { priority: 2 }, ['priority 1']],
    ['a fact that there was not', { reason: 'busy' }, ['reason none']],
    ['a fact that there is no more', { priority: null }, ['priority 1']],
    ['a name', { task_queue_friendly_name: 'Sales' }, ['task_queue_sid Support']],
    ['a date', { date_created: '2026-01-01T00:00:01Z' }, ['date_created moment']],
    ['an attribute', { attributes: '{"a":1,"list":[1,"x"]}' }, ['at 1.1 2']],
    ['an attribute that is gone', { attributes: '{"a":1}' }, ['at list removed [1,2]']],
    ['not how attributes are spaced', { attributes: '{ "a":1, "list":[1,2] }' }, []],
    [
      'attributes that were none',
      { attributes: '{"a":"2","b":1,"list":[1,2]}' },
      ['at 0 1', 'at 1 new'],
    ],
    ['an array in place of an object', { attributes: '[0]' }, ['at 0 new']],
    ['an add-on', { addons: '{"x":{"y":2}}' }, ['addon 0.0 1']],
    ['another field', { later: { one: 2 } }, ['other 0.0 1']],
    ['another field that is new', { newer: 1 }, ['other 1 new']],
  ];
  for (const [what, change, expected] of changes) {
    it(`marks ${what}, with what was there: ${JSON.stringify(change)}`, () => {
      const found = changesOf(fetchOf(base), fetchOf({ ...base, ...change }, { at: HOUR }));
      assert.deepEqual(lines(found), expected);
      assert.equal(hasChanges(found), expected.length > 0);
    });
  }

  it('keeps what changed while later fetches bring nothing new', () => {
    const first = fetchOf(base);
    const second = fetchOf({ ...base, priority: 7, attributes: '{"a":2,"list":[1,2]}' });
    const third = fetchOf({ ...base, priority: 9, attributes: '{"a":2,"list":[1,2]}', age: 99 });
    assert.deepEqual(lines(changesOf([first, second], third)), ['at 0 1', 'priority 1']);
  });

  it('marks what has changed back, with what it was in between', () => {
    const other = { ...base, assignment_status: 'reserved', attributes: '{"a":5,"list":[1,2]}' };
    const found = changesOf([fetchOf(base), fetchOf(other)], fetchOf(base));
    assert.deepEqual(lines(found), ['at 0 5', 'status Reserved']);
  });

  it('marks all of attributes that were no JSON', () => {
    const before = fetchOf({ ...base, attributes: 'no JSON' });
    assert.deepEqual(lines(changesOf(before, fetchOf(base))), ['at 0 new', 'at 1 new']);
  });

  it('marks what is masked as well, and shows nothing of it', () => {
    const before = fetchOf({ ...base, reason: 'call +1 500 555 0006' });
    const after = fetchOf({
      ...{ ...base, reason: 'call +1 500 555 0199' },
      attributes: '{"a":7,"list":[1,2],"ada@acme.example":1}',
    });
    const masked = changesOf(before, after, true);
    const [, , reason = ''] = lines(masked);
    assert.deepEqual(lines(masked).slice(0, 2), ['at 0 "•••"', 'at 2 new']);
    assert.match(reason, /^reason call .*•/);
    assert.doesNotMatch(JSON.stringify(masked), /0006|ada@/);
    const gone = fetchOf({ ...base, attributes: '{"ada@acme.example":"secret"}' });
    assert.doesNotMatch(JSON.stringify(changesOf(gone, before, true)), /ada@|secret/);
    const parked = fetchOf({ ...base, assignment_status: 'parked for +1 500 555 0006' });
    const { status = '' } = changesOf(parked, fetchOf(base), true);
    assert.match(status, /^parked for .*•/);
    assert.doesNotMatch(status, /0006/);
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

  it('does not mark the date of the last change and its version, which differ with anything else', () => {
    const task = { ...base, date_updated: '2026-01-01T00:00:00Z' };
    const later = { ...task, date_updated: '2026-01-01T01:00:00Z' };
    const at = (etag: string, fields: object) => fetchOf(fields, { etag });
    assert.deepEqual(changesOf(at('"1"', task), at('"2"', later)), noChanges);
    const raised = changesOf(at('"1"', task), at('"2"', { ...later, priority: 7 }));
    assert.deepEqual(lines(raised).length, 1);
  });
});
