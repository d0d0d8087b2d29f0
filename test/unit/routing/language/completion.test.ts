import assert from 'node:assert/strict';
import { readRoutingText } from '../../../../src/core/routing/embedding/routingText.ts';
import { completeExpression } from '../../../../src/core/routing/language/completeExpression.ts';
import { completeRouting } from '../../../../src/core/routing/language/completeRouting.ts';
import type { CompletionEntry } from '../../../../src/core/routing/language/completionEntry.ts';
import type { KnownNames } from '../../../../src/core/routing/language/knownNames.ts';
import { cursorIn } from '../../../support/cursorIn.ts';

const SID = 'WQ0123456789abcdef0123456789abcdef';

const known: KnownNames = {
  task: [{ path: 'language', type: 'string' }],
  worker: [
    { path: 'routing.skills', type: 'array' },
    { path: 'level', type: 'number' },
  ],
  queues: [{ sid: SID, name: 'Support', profile: 'Acme' }],
};

const labels = (entries: readonly CompletionEntry[]) => entries.map(({ label }) => label);

function inExpression(
  marked: string,
  kind: Parameters<typeof completeExpression>[2],
): readonly CompletionEntry[] {
  const { text, offset } = cursorIn(marked);
  return completeExpression(text, offset, kind, known);
}

function inConfiguration(marked: string): readonly CompletionEntry[] {
  const { text, offset } = cursorIn(marked);
  return completeRouting(readRoutingText(text, 'json'), text, offset, known);
}

/** The text after the first entry with this label is taken. */
function taking(marked: string, label: string): string {
  const { text } = cursorIn(marked);
  const entry = inConfiguration(marked).find((one) => one.label === label);
  assert.ok(entry, `${label} is not offered`);
  const { replaced, insert } = entry;
  return text.slice(0, replaced.offset) + insert + text.slice(replaced.offset + replaced.length);
}

describe('Completion in an expression', () => {
  for (const [marked, kind, expected] of [
    ['|', 'task', ['language', 'taskrouter.currentTime']],
    ['|', 'worker', ['routing.skills', 'level', 'sid', 'activity_name']],
    ['|', 'target', ['task.language', 'worker.routing.skills', 'worker.activity_name']],
    ['|', 'skipIf', ['workers.available', 'workers.unavailable', 'workers.WA']],
    ['language |', 'task', ['==', 'HAS', 'NOT IN']],
    ['language == "en" |', 'task', ['AND', 'OR']],
    ['language == |', 'task', ['true', 'null', 'language']],
    ['language IN |', 'task', ["['…']"]],
    ['taskrouter.dayOfWeek == |', 'task', ["'Mon'", "'Sun'"]],
    ["taskrouter.dayOfWeek == '|'", 'task', ["'Sat'"]],
    ['|', 'orderBy', ['worker.level']],
    ['worker.level |', 'orderBy', ['ASC', 'DESC']],
    ['worker.level DESC, |', 'orderBy', ['worker.level']],
    ['|', 'knownWorker', ['task.language']],
  ] as const) {
    it(`offers ${expected.join(', ')} at ${marked} (${kind})`, () => {
      const offered = labels(inExpression(marked, kind));
      for (const label of expected) assert.ok(offered.includes(label), offered.join(' '));
    });
  }

  for (const [marked, kind] of [
    ["language == 'e|'", 'task'],
    ["language IN ['en'| ]", 'task'],
    ['worker.level DESC |', 'orderBy'],
  ] as const) {
    it(`offers nothing at ${marked}`, () => {
      assert.deepEqual(labels(inExpression(marked, kind)), []);
    });
  }

  it('offers no attributes of Workers to a filter, and none without a prefix to a target', () => {
    assert.ok(!labels(inExpression('|', 'task')).includes('routing.skills'));
    assert.ok(!labels(inExpression('|', 'target')).includes('language'));
  });

  it('orders by nothing but numbers', () => {
    assert.deepEqual(labels(inExpression('|', 'orderBy')), ['worker.level']);
  });

  it('replaces the whole word that the cursor is in', () => {
    const [entry] = inExpression('a == 1 AND lang|u == 2', 'task');
    assert.deepEqual(entry?.replaced, { offset: 11, length: 5 });
  });

  it('leaves the channel of a capacity to be typed', () => {
    const entries = inExpression('|', 'target');
    const capacity = entries.find(({ label }) => label === 'worker.channel.default.assigned_tasks');
    assert.equal(capacity?.insert, 'worker.channel.${1:default}.assigned_tasks');
    assert.equal(capacity.isSnippet, true);
  });
});

describe('Completion in a configuration', () => {
  it('offers the keys that belong there and are missing', () => {
    const offered = inConfiguration('{"task_routing":{"filters":[{"targets":[{"queue":"", |}]}]}}');
    assert.ok(labels(offered).includes('skip_if'));
    assert.ok(!labels(offered).includes('queue'));
    assert.ok(!labels(offered).includes('filters'));
    assert.ok(offered.every(({ explanation }) => explanation !== undefined));
  });

  it('offers one key of a known Worker where the other stands', () => {
    const offered = labels(
      inConfiguration(
        '{"task_routing":{"filters":[{"targets":[{"known_worker_sid":"task.a", |}]}]}}',
      ),
    );
    assert.ok(!offered.includes('known_worker_friendly_name'));
  });

  for (const [marked, label, expected] of [
    ['{"task_routing":{"filters":[{"targets":[{|}]}]}}', 'queue', '"queue": "$0"'],
    ['{"task_routing":{"filters":[{"targets":[{ "ti|" }]}]}}', 'timeout', '{ "timeout": ${0:0} }'],
    ['{"task_routing":{"filters":[{"targets":[{ "ti|": 5 }]}]}}', 'timeout', '{ "timeout": 5 }'],
    [
      '{"task_routing":{"filters":[{"targets":[{ | "queue": "" }]}]}}',
      'timeout',
      '{ "timeout": ${0:0}, "queue": "" }',
    ],
    ['{"task_routing":{"filters":[{"targets":[{"queue":"W|Q1"}]}]}}', 'Support', `"${SID}"`],
    [
      '{"task_routing":{"filters":[{"expression":"a == \\"x\\" AND l|"}]}}',
      'language',
      '"a == \\"x\\" AND language"',
    ],
  ] as const) {
    it(`writes ${expected} for ${label}`, () => {
      assert.ok(taking(marked, label).includes(expected), taking(marked, label));
    });
  }

  for (const marked of [
    '{"task_routing":{"filters":|[]}}',
    '{"task_routing":{"filters": []| }}',
    '{"task_routing":{"filters":[|]}}',
    '{"task_routing":{"filters":[], "other": { | }}}',
    '{"task_routing":{"filters":[{"filter_friendly_name":"|"}]}}',
    '|{"task_routing":{}}',
    '{"task_routing":{}}|',
  ]) {
    it(`offers nothing at ${marked}`, () => {
      assert.deepEqual(labels(inConfiguration(marked)), []);
    });
  }

  it('labels a TaskQueue with the profile that its name was read with', () => {
    const [queue] = inConfiguration('{"task_routing":{"default_filter":{"queue":"|"}}}');
    assert.deepEqual([queue?.label, queue?.detail, queue?.insert], ['Support', 'Acme', SID]);
  });
});
