import assert from 'node:assert/strict';
import { acmeContactCentre } from '../../../../src/sample/data/acmeContactCentre.ts';
import { simulatedTask, SimulationReader } from '../../../support/simulation.ts';

const attributes = (key: string) => String(new SimulationReader().task(key)['attributes']);

describe('what is written down of the sample', () => {
  it('has Tasks of every channel at first sight, and each status several times', () => {
    const tasks = new SimulationReader().list('/Tasks');
    const used = new Set(tasks.map((task) => task['task_channel_unique_name']));
    assert.equal(used.size, acmeContactCentre.channels.length);
    const statuses = tasks.map((task) => task['assignment_status']);
    for (const status of new Set(statuses)) {
      assert.ok(statuses.filter((one) => one === status).length >= 3, String(status));
    }
  });

  it('has reservations of every status', () => {
    const reader = new SimulationReader();
    const statuses = reader.list('/Tasks').flatMap((task) => {
      return reader
        .list(`/Tasks/${String(task['sid'])}/Reservations`)
        .map((row) => row['reservation_status']);
    });
    reader.seconds = 24;
    statuses.push(...reader.reservations('partner-lead').map((row) => row['reservation_status']));
    assert.deepEqual([...new Set(statuses)].sort(), [
      'accepted',
      'canceled',
      'completed',
      'pending',
      'rejected',
      'rescinded',
      'timeout',
      'wrapping',
    ]);
  });

  it('names no Task twice, and nothing that is not set up', () => {
    const { channels, queues, tasks, workers, workflows } = acmeContactCentre;
    const keys = tasks.map(({ key }) => simulatedTask(key).taskSid);
    assert.equal(new Set(keys).size, tasks.length);
    const names = [
      ...[...queues, ...workers, ...workflows].map(({ name }) => name),
      ...channels.map(({ uniqueName }) => uniqueName),
    ];
    for (const { key, channel, workflow, lifecycle: life } of tasks) {
      const used = life.flatMap((step) => [
        ...('queue' in step ? [step.queue] : []),
        ...('worker' in step ? [step.worker] : []),
        ...('workers' in step ? step.workers : []),
      ]);
      assert.deepEqual(
        [channel, workflow, ...used].filter((name) => !names.includes(name)),
        [],
        key,
      );
    }
  });

  it('tells each life in order, and ends no wait later than its Task allows', () => {
    for (const { key, lifecycle: life, timeout } of acmeContactCentre.tasks) {
      const times = life.map(({ at }) => at);
      assert.deepEqual(
        times,
        times.toSorted((one, other) => one - other),
        key,
      );
      const waited = (life.findLast(({ step }) => step === 'reserve') ?? life[0])?.at ?? 0;
      assert.ok(waited - (times[0] ?? 0) <= timeout, key);
    }
  });

  it('has attributes that are no JSON, and else JSON objects of 4096 characters at most', () => {
    const broken = acmeContactCentre.tasks.flatMap((task) => {
      assert.ok(task.attributes.length <= 4096, task.key);
      try {
        assert.match(JSON.stringify(JSON.parse(task.attributes)), /^\{/);
        return [];
      } catch {
        return task.key;
      }
    });
    assert.deepEqual(broken, ['feedback', 'cut-off']);
    assert.equal(attributes('long-transcript').length, 4096);
  });

  for (const [what, key, detail] of [
    ['the largest signed 64-bit number', 'bank-statement', '"account":9223372036854775807'],
    ['a number beyond the largest', 'bank-statement', '"limit":1e400'],
    ['a duplicate key', 'bank-statement', '"entries":7,"entries":8'],
    ['a key that objects have already', 'import-script', '"__proto__":{"admin":true}'],
    ['a key without a name', 'import-script', '"":"no name"'],
    ['text from right to left', 'right-to-left', 'ليلى منصور'],
    ['half of an emoji', 'right-to-left', String.raw`"half":"\ud83d"`],
    ['JSON in JSON in JSON', 'escaped-twice', String.raw`{\\\"gift\\\":true}`],
    ['lists in lists', 'kitchen-order', '[[["deep"]]]'],
    ['a conversation of Flex', 'flex-conversation', '"flexInteractionSid":"KD'],
  ] as const) {
    it(`answers ${what} as it was written`, () => {
      assert.ok(attributes(key).includes(detail), attributes(key));
    });
  }

  it('has a Task of which hardly anything is known', () => {
    const { addons, reason, virtual_start_time, ignore_capacity, routing_target } =
      new SimulationReader().task('nothing-known');
    assert.deepEqual(
      [addons, reason, virtual_start_time, ignore_capacity, routing_target],
      [null, null, null, null, null],
    );
  });
});
