import assert from 'node:assert/strict';
import { explainRouting } from '../../../src/core/explanation/explain/explainRouting.ts';
import { readHistory } from '../../../src/core/history/taskHistory.ts';
import { readConfiguration } from '../../../src/core/routing/configuration/workflowConfiguration.ts';
import {
  readRoutedQueues,
  readRoutedTask,
  readRoutedWorkers,
} from '../../../src/core/routing/simulate/routingResources.ts';
import { simulateRouting } from '../../../src/core/routing/simulate/simulateRouting.ts';
import type { ExplainedWorker } from '../../../src/core/explanation/routingExplanation.ts';
import { asRecord } from '../../../src/core/json/jsonObject.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { plain } from '../../support/english.ts';
import {
  explain,
  readingsOf,
  taskOf,
  type WaitingCase,
} from '../../support/explanation/waitingTask.ts';
import { seededRandom } from '../../support/seededRandom.ts';

const CASES = 400;

type Json = Readonly<Record<string, unknown>>;
type Random = () => number;

const pick = <Item>(random: Random, items: readonly Item[]): Item =>
  items[Math.floor(random() * items.length)] as Item;

/** Whatever a Workspace may be like, with at most five Workers and one target that takes the Task. */
function anyCase(random: Random): WaitingCase {
  const workers = Array.from({ length: Math.floor(random() * 6) }, (_, index): Json => {
    const isAvailable = random() < 0.5;
    return {
      name: `W${index}`,
      available: isAvailable,
      activity_name: isAvailable ? 'Idle' : pick(random, ['Break', 'Offline']),
      attributes: {
        skills: ['it', 'en'].filter(() => random() < 0.6),
        region: pick(random, ['eu', 'us']),
        ...(random() < 0.8 && { level: Math.floor(random() * 4) }),
      },
    };
  });
  const expressions = ['1==1', "skills HAS 'it'", 'level > 1', '1==0', ''];
  const targets: readonly Json[] = [
    {},
    { expression: 'worker.region == task.region' },
    { expression: 'worker.level > task.level' },
    { known_worker_friendly_name: 'task.agent' },
    { expression: '1==2' },
  ];
  const isDefault = random() < 0.2;
  const filter = { expression: '1==1', targets: [{ queue: 'A', ...pick(random, targets) }] };
  return {
    queues: { A: { target_workers: pick(random, expressions) } },
    workers,
    filters: isDefault ? [{ ...filter, expression: "t == 'x'" }] : [filter],
    ...(isDefault && { defaultQueue: 'A' }),
    attributes: {
      ...{ region: pick(random, ['eu', 'us', 'mars']), agent: pick(random, ['W0', 'W9']) },
      ...(random() < 0.7 && { level: Math.floor(random() * 4) }),
    },
    channels: Object.fromEntries(
      workers.map(({ name }) => [
        String(name),
        pick<Json>(random, [
          {},
          { assigned_tasks: 1, available_capacity_percentage: 0 },
          { available: false },
        ]),
      ]),
    ),
    tasks: random() < 0.3 ? [{ name: 'older', age: -10 }] : [],
  };
}

/** What the engine decides of the first step: the names of those who can take it, and who may. */
function decided(given: WaitingCase) {
  const readings = readingsOf(given);
  const text = (part: 'queues' | 'workers') => {
    const reading = readings[part];
    return reading.kind === 'read' ? reading.value.rows.map((row) => row.text) : [];
  };
  const workers = text('workers').map((row) => {
    const fields = JSON.parse(row) as Json;
    const channels = readings.channels.get(String(fields['sid']));
    return {
      ...fields,
      channels:
        channels?.kind === 'read'
          ? channels.value.rows.map((one) => JSON.parse(one.text) as Json)
          : [],
    };
  });
  const workflow = readings.workflow.kind === 'read' ? readings.workflow.value : '{}';
  const { configuration } = asRecord(JSON.parse(workflow));
  const task = readRoutedTask(JSON.stringify(taskOf(given)));
  assert.ok(task);
  const [step] = simulateRouting({
    present: presenter(false),
    configuration: readConfiguration(String(configuration)),
    task,
    queues: readRoutedQueues(`[${text('queues').join()}]`) ?? [],
    workers: readRoutedWorkers(JSON.stringify(workers)) ?? [],
  });
  assert.ok(step?.workers);
  return step.workers;
}

/** What takes the obstacle away that a cause names, for the Worker at `index`. */
const remedies: Readonly<Record<string, (given: WaitingCase, index: number) => WaitingCase>> = {
  nobodyAvailable: (given, index) =>
    changed(
      given,
      index,
      { available: true },
      { assigned_tasks: 0, available_capacity_percentage: 100, available: true },
    ),
  noCapacity: (given, index) =>
    changed(
      given,
      index,
      {},
      { configured_capacity: 9, available_capacity_percentage: 88, available: true },
    ),
  heldOnPurpose: (given, index) =>
    changed(
      { ...given, queues: { A: { target_workers: '1==1' } }, filters: open(given) },
      index,
      { available: true },
      FREE,
    ),
  nobodyInQueue: (given, index) =>
    changed(
      { ...given, filters: open(given) },
      index,
      { available: true, attributes: { skills: ['it'], level: 3 } },
      FREE,
    ),
  defaultFilter: (given, index) =>
    changed(given, index, { available: true, attributes: { skills: ['it'], level: 3 } }, FREE),
  nobodyMatchesTarget: (given, index) => {
    const { region, level } = asRecord(given.attributes);
    const attributes = { skills: ['it'], region, level: Number(level ?? 0) + 2 };
    return changed(given, index, { available: true, attributes }, FREE);
  },
};
const FREE = { assigned_tasks: 0, available_capacity_percentage: 100, available: true };

const open = ({ filters = [] }: WaitingCase): readonly Json[] =>
  filters.map((filter) => ({ ...filter, targets: [{ queue: 'A' }] }));

function changed(given: WaitingCase, index: number, worker: Json, channel: Json): WaitingCase {
  const workers = (given.workers ?? []).map((one, at) =>
    at === index ? { ...one, ...worker } : one,
  );
  const name = String(workers[index]?.['name']);
  return { ...given, workers, channels: { ...given.channels, [name]: channel } };
}

describe('Whatever a Workspace is like', () => {
  const random = seededRandom(22);
  const cases = Array.from({ length: CASES }, () => anyCase(random));

  it('no cause is named that the engine did not decide', () => {
    for (const given of cases) {
      const { cause, sentence, workers, ahead } = explain(given);
      const { all, eligible, unsure } = decided(given);
      const members = all.filter(({ isMember }) => isMember !== 'false');
      const matching = members.filter(({ isMatch }) => isMatch !== 'false');
      const told = `${plain(sentence)} ${JSON.stringify(given)}`;
      switch (cause) {
        case 'heldOnPurpose':
        case 'nobodyInQueue':
        case 'defaultFilter':
          assert.equal(eligible.length, 0, told);
          if (cause !== 'heldOnPurpose') assert.equal(members.length, 0, told);
          break;
        case 'nobodyMatchesTarget':
          assert.deepEqual([members.length > 0, matching.length], [true, 0], told);
          break;
        case 'knownWorker':
          assert.equal(eligible.length, 0, told);
          break;
        case 'nobodyAvailable':
          assert.ok(
            matching.every(({ obstacle }) => obstacle === 'unavailable'),
            told,
          );
          break;
        case 'noCapacity':
          assert.ok(
            matching.some(({ obstacle }) => obstacle !== 'unavailable'),
            told,
          );
          assert.ok(
            matching.every(({ obstacle }) => obstacle !== undefined),
            told,
          );
          break;
        case 'othersAhead':
          assert.deepEqual([eligible.length > 0, ahead?.count], [true, 1], told);
          break;
        case 'assignable':
          assert.deepEqual([eligible.length > 0, ahead?.count], [true, 0], told);
          break;
        case 'uncertain':
          assert.ok(
            unsure.length > 0 ||
              all.some(({ isMatch, isMember }) => [isMatch, isMember].includes('uncertain')),
            told,
          );
          break;
        case 'offered':
        case 'offeredAgain':
        case 'notRead':
        case 'notWaiting':
          assert.fail(told);
      }
      const names = eligible.map(({ worker }) => worker.name);
      const rows = workers?.rows.filter(
        ({ verdict }) => verdict === 'next' || verdict === 'eligible',
      );
      assert.deepEqual(
        rows?.map(({ name }) => name),
        names,
        told,
      );
    }
  });

  it('names every cause that it can have', () => {
    const found = new Set(cases.map((given) => explain(given).cause));
    assert.ok(found.size >= 9, [...found].join());
  });

  it('the Task can be assigned once the obstacle that is named is out of the way', () => {
    let removed = 0;
    for (const given of cases) {
      const { cause, sentence, workers } = explain(given);
      const remedy = remedies[cause];
      // Of an empty Workspace nothing can be taken away.
      if (remedy === undefined || workers === undefined || workers.rows.length === 0) continue;
      const isSure = ({ inQueue, matchesTarget }: ExplainedWorker) =>
        inQueue === 'yes' && (matchesTarget === 'yes' || cause === 'nobodyMatchesTarget');
      const first = workers.rows.find(isSure);
      const row = first ?? workers.rows[0];
      const index = (given.workers ?? []).findIndex(({ name }) => name === row?.name);
      const after = decided(remedy(given, index));
      const told = `${plain(sentence)} ${JSON.stringify(given)}`;
      const { level } = asRecord(given.attributes);
      const isOfLevel = JSON.stringify(given.filters).includes('task.level') && level === undefined;
      const names = [...after.eligible, ...(isOfLevel ? after.unsure : [])].map(
        ({ worker }) => worker.name,
      );
      assert.ok(names.includes(row?.name ?? ''), `${told} → ${names.join()}`);
      removed += 1;
    }
    assert.ok(removed > CASES / 3, String(removed));
  });
});

const ODD = ['null', '[]', '1', '"x"', '{}', '{"sid":1,"attributes":5,"configuration":7}', '{'];
const DEEP = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;

describe('Whatever the API answers', () => {
  const row = (text: string) => ({ sid: 'WK00000000000000000000000000000001', text });
  const rows = (text: string) =>
    ({ kind: 'read', value: { rows: [row(text)], isCut: false } }) as const;

  for (const text of [...ODD, JSON.stringify({ attributes: DEEP, configuration: DEEP })]) {
    it(`there is an explanation: ${text.slice(0, 60)}`, () => {
      const explanation = explainRouting({
        task: text,
        readings: {
          at: 1,
          ...{ workflow: { kind: 'read', value: text }, queue: { kind: 'read', value: text } },
          ...{ queues: rows(text), workers: rows(text), members: rows(text), tasks: rows(text) },
          ...{ activities: rows(text), statistics: { kind: 'read', value: text } },
          channels: new Map([[row(text).sid, rows(text)]]),
        },
        history: readHistory({ events: [row(text)], reservations: [row(text)] }, presenter(true)),
        ...{ present: presenter(true), clock: String },
      });
      assert.ok(plain(explanation.sentence).length > 0);
    });
  }
});
