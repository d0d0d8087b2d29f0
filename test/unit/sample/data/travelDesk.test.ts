import assert from 'node:assert/strict';
import { readConfiguration } from '../../../../src/core/routing/configuration/workflowConfiguration.ts';
import {
  readRoutedQueues,
  readRoutedTask,
  readRoutedWorkers,
} from '../../../../src/core/routing/simulate/routingResources.ts';
import type { RoutingStep } from '../../../../src/core/routing/simulate/routingStep.ts';
import { presenter } from '../../../../src/core/privacy/presenter.ts';
import { simulateRouting } from '../../../../src/core/routing/simulate/simulateRouting.ts';
import { acmeTravelDesk } from '../../../../src/sample/data/acmeTravelDesk.ts';
import { SimulationReader, type Json } from '../../../support/simulation.ts';

/** Seconds of the simulation: its start, some while one watches, and its end. */
const MOMENTS = [0, 1, 30, 45, 55, 90, 300, 700, 1150] as const;

type Able = Pick<Parameters<typeof simulateRouting>[0], 'queues' | 'workers'>;

/** TaskQueues and Workers at that moment, as the API answers them. */
function ableAt(reader: SimulationReader): Able {
  const queues = reader.list('/TaskQueues').map((queue) => ({
    ...queue,
    workers: reader.list(`/Workers?TaskQueueSid=${String(queue['sid'])}`).map(({ sid }) => sid),
  }));
  const workers = reader.list('/Workers').map((worker) => ({
    ...worker,
    channels: reader.list(`/Workers/${String(worker['sid'])}/Channels`),
  }));
  return {
    queues: readRoutedQueues(JSON.stringify(queues)) ?? assert.fail(),
    workers: readRoutedWorkers(JSON.stringify(workers)) ?? assert.fail(),
  };
}

/** The step that the engine has in force at the age of the Task. */
function stepNow(reader: SimulationReader, task: Json, able = ableAt(reader)): RoutingStep {
  const workflow = reader.read(`/Workflows/${String(task['workflow_sid'])}`);
  const steps = simulateRouting({
    present: presenter(false),
    configuration: readConfiguration(String(workflow['configuration'])),
    task: readRoutedTask(JSON.stringify(task)) ?? assert.fail(),
    ...able,
  });
  const entered = steps.filter(({ age }) => age <= Number(task['age']));
  const queue = task['task_queue_sid'];
  return entered.findLast((step) => step.queue === queue) ?? assert.fail(String(task['sid']));
}

const eligible = ({ workers }: RoutingStep) => workers?.eligible.map(({ worker }) => worker.name);

describe('the Workspace of the sample in which Tasks wait', () => {
  it('has each Task in the TaskQueue and with the priority that its Workflow decides', () => {
    const reader = new SimulationReader(acmeTravelDesk.name);
    for (const seconds of MOMENTS) {
      reader.seconds = seconds;
      const able = ableAt(reader);
      for (const task of reader.list('/Tasks?AssignmentStatus=pending,reserved')) {
        const { priority, outcome } = stepNow(reader, task, able);
        assert.notEqual(outcome, 'skipped');
        assert.equal(task['priority'], priority ?? 0, `${String(task['attributes'])} ${seconds}`);
      }
    }
  });

  it('lets a Task wait only while nobody can take it, or others are ahead', () => {
    const reader = new SimulationReader(acmeTravelDesk.name);
    for (const seconds of MOMENTS) {
      reader.seconds = seconds;
      const able = ableAt(reader);
      for (const task of reader.list('/Tasks?AssignmentStatus=pending')) {
        const isBetweenOffers = String(task['attributes']).includes('callback');
        if (!isBetweenOffers) {
          assert.deepEqual(eligible(stepNow(reader, task, able)), [], String(task['attributes']));
        }
      }
    }
  });

  it('offers a Task only to a Worker who can take it', () => {
    const reader = new SimulationReader(acmeTravelDesk.name);
    const offers = acmeTravelDesk.tasks.flatMap(({ key, lifecycle }) =>
      lifecycle.flatMap((step) => (step.step === 'reserve' ? [{ key, ...step }] : [])),
    );
    assert.ok(offers.length > 30);
    for (const { key, at, workers } of offers.filter(({ at }) => at > 0 && at < 300)) {
      reader.seconds = at - 1;
      const names = eligible(stepNow(reader, reader.task(key))) ?? [];
      for (const name of workers)
        assert.ok(names.includes(name), `${key} at ${at}: ${names.join()}`);
    }
  });

  it('moves a Task on by the timeouts of its targets, with events that name the filter', () => {
    const reader = new SimulationReader(acmeTravelDesk.name);
    const places = [39, 41].map((seconds) => {
      reader.seconds = seconds;
      const { task_queue_friendly_name: queue, priority } = reader.task('city-break');
      return [queue, priority];
    });
    assert.deepEqual(places, [
      ['Bookings', 5],
      ['Everyone', 10],
    ]);
    const matched = reader
      .events('city-break')
      .filter(({ event_type: type }) => type === 'workflow.target-matched')
      .map(({ event_data: data }) => (data as Json)['workflow_filter_name']);
    assert.deepEqual(matched, ['Bookings', 'Bookings']);
  });

  it('lets no Worker hold more Tasks than the capacity of the channel', () => {
    const over = new Set<string>();
    for (const name of ['Acme Contact Centre', 'Acme Back Office', acmeTravelDesk.name]) {
      const reader = new SimulationReader(name);
      for (const seconds of MOMENTS) {
        reader.seconds = seconds;
        for (const worker of reader.list('/Workers')) {
          for (const channel of reader.list(`/Workers/${String(worker['sid'])}/Channels`)) {
            const { assigned_tasks: assigned, configured_capacity: capacity } = channel;
            const on = String(channel['task_channel_unique_name']);
            if (Number(assigned) > Number(capacity)) {
              over.add(
                `${String(worker['friendly_name'])} ${on}: ${Number(assigned)} at ${seconds}`,
              );
            }
          }
        }
      }
    }
    assert.deepEqual([...over], []);
  });

  it('answers the same Workers for a TaskQueue as its expression says', () => {
    const reader = new SimulationReader(acmeTravelDesk.name);
    const names = (queue: string) =>
      reader
        .list(`/Workers?TaskQueueSid=${reader.sid('WQ', queue)}`)
        .map(({ friendly_name: name }) => name);
    assert.deepEqual(names('Italian Desk'), []);
    assert.deepEqual(names('After Hours'), []);
    assert.deepEqual(names('Bookings'), ['Nadia Haddou', 'Ben Sorensen']);
  });
});
