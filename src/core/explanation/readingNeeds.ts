import type { RoutingExplanation } from './routingExplanation.ts';
import type { ReadingNeeds } from './routingReader.ts';

/**
 * What to read besides, by a first explanation: the capacity of those who could take the Task now, and
 * Workers that are not in the TaskQueue where the cause is about one of them.
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
