import assert from 'node:assert/strict';
import { explainRouting } from '../../../src/core/explanation/explain/explainRouting.ts';
import { readingNeeds } from '../../../src/core/explanation/readingNeeds.ts';
import { RoutingReader } from '../../../src/core/explanation/routingReader.ts';
import type { RoutingReadings } from '../../../src/core/explanation/routingReadings.ts';
import { waitingPlace } from '../../../src/core/explanation/waitingPlace.ts';
import { readTaskHistory } from '../../../src/core/history/historyRows.ts';
import { readHistory } from '../../../src/core/history/taskHistory.ts';
import { presenter } from '../../../src/core/privacy/presenter.ts';
import { listQuery } from '../../../src/core/taskrouter/apiPath.ts';
import type { TaskSource } from '../../../src/core/taskrouter/taskSource.ts';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import { SampleTaskSource } from '../../../src/sample/sampleTaskSource.ts';
import { SimulatedTaskRouter } from '../../../src/sample/simulatedTaskRouter.ts';
import { connectionsOf } from '../../support/connectionsOf.ts';

const NAME = 'Acme Travel Desk';
const workspaceSid = sampleSid('WS', NAME);
const NOW = Date.parse('2026-11-23T15:00:00Z');
const present = presenter(false);

/** Explains a Task of the sample from what a reader asks for. */
async function explain(key: string) {
  const asked: string[] = [];
  const sample = new SampleTaskSource(new SimulatedTaskRouter({ now: () => NOW }));
  const source: Partial<TaskSource> = {
    fetchResource: (resource, signal) => {
      asked.push(resource.sid ?? 'Task');
      return sample.fetchResource(resource, signal);
    },
    listResources: (list, signal, next) => {
      asked.push(listQuery(list));
      return sample.listResources(list, signal, next);
    },
    fetchStatistics: (scope, signal) => {
      asked.push('statistics');
      return sample.fetchStatistics(scope, signal);
    },
  };
  const task = { profileId: 'env', workspaceSid, taskSid: sidIn({ name: NAME }, 'WT', key) };
  const signal = new AbortController().signal;
  const { text } = await sample.fetchResource({ workspaceSid, taskSid: task.taskSid }, signal);
  const history = readHistory(await readTaskHistory(sample, task, NOW, signal), present);
  const explainWith = (readings: RoutingReadings) =>
    explainRouting({ task: text, readings, history, present, clock: String });
  const place = waitingPlace(task, text);
  assert.ok(place !== undefined);
  const options = {
    ...{ at: () => NOW, isFresh: false, withStatistics: true },
    needsOf: (readings: RoutingReadings) => Promise.resolve(readingNeeds(explainWith(readings))),
  };
  const reader = new RoutingReader(connectionsOf(source), () => NOW);
  return { asked, explanation: explainWith(await reader.read(place, options, signal)) };
}

describe('what RoutingReader reads of the sample', () => {
  for (const [key, cause] of [
    ['nobody-speaks-italian', 'nobodyInQueue'],
    ['nobody-knows-antarctica', 'nobodyMatchesTarget'],
    ['all-on-break', 'nobodyAvailable'],
    ['hands-full', 'noCapacity'],
    ['agent-on-break', 'knownWorker'],
    ['rejected-again', 'offeredAgain'],
    ['behind-the-rejected', 'othersAhead'],
    ['after-hours', 'heldOnPurpose'],
    ['misspelled-type', 'defaultFilter'],
  ] as const) {
    it(`is enough for the cause ${cause}, with nothing missing, by few requests`, async () => {
      const { asked, explanation } = await explain(key);
      assert.equal(explanation.cause, cause);
      assert.deepEqual(explanation.missing, []);
      const parts = asked.filter((path) => !/\/Workers[?/]/.test(path));
      assert.ok(parts.length <= 12, parts.join('\n'));
    });
  }

  it('has the Channels of those whose capacity matters, and of no others', async () => {
    const channels = async (key: string) => {
      const { asked } = await explain(key);
      return asked.filter((path) => path.includes('/Channels?')).length;
    };
    assert.equal(await channels('all-on-break'), 0);
    assert.ok((await channels('hands-full')) > 0);
  });
});
