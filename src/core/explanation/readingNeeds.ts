import type { RoutingExplanation } from './routingExplanation.ts';
import type { ReadingNeeds } from './routingReader.ts';

/**
 * What else must be read, by a first explanation: the capacity of the Workers who could take the Task now, and
 * all Workers if the cause is about one who is not in the TaskQueue.
 */
export function readingNeeds({ cause, workers }: RoutingExplanation): ReadingNeeds {
  const candidates = (workers?.rows ?? []).filter(
    ({ inQueue, matchesTarget, isAvailable }) =>
      inQueue !== 'no' && matchesTarget !== 'no' && isAvailable !== false,
  );
  return {
    allWorkers: cause === 'nobodyInQueue' || cause === 'knownWorker',
    channelsOf: candidates.map(({ sid }) => sid),
  };
}
