import assert from 'node:assert/strict';
import { readingNeeds } from '../../../src/core/explanation/readingNeeds.ts';
import type {
  ExplainedWorker,
  RoutingExplanation,
  WaitingCause,
} from '../../../src/core/explanation/routingExplanation.ts';
import { message } from '../../../src/core/messages/message.ts';

const worker = (sid: string, fields: Partial<ExplainedWorker> = {}): ExplainedWorker => ({
  ...{ sid, name: sid, inQueue: 'yes', matchesTarget: 'yes', isAvailable: true },
  ...{ pendingReservation: false, isAfterTimeout: false, verdict: 'eligible', ...fields },
});

const explanation = (
  rows: readonly ExplainedWorker[],
  cause: WaitingCause = 'assignable',
): RoutingExplanation => ({
  ...{ state: 'waiting', cause, notes: [], missing: [] },
  ...{ sentence: message(''), summary: message('') },
  workers: {
    ...{ rows, isCut: false, disagreements: [], order: message('') },
    counts: { all: 0, inQueue: 0, matching: 0, available: 0, withCapacity: 0 },
  },
});

describe('readingNeeds', () => {
  it('are the Channels of Workers who may take the Task now, in their order', () => {
    const { channelsOf } = readingNeeds(
      explanation([
        worker('b'),
        worker('offline', { isAvailable: false }),
        worker('elsewhere', { inQueue: 'no' }),
        worker('other skills', { matchesTarget: 'no' }),
        worker('a', { inQueue: 'uncertain', matchesTarget: 'notAsked' }),
      ]),
    );
    assert.deepEqual(channelsOf, ['b', 'a']);
  });

  it('are all Workers only if the cause is about one who is not in the TaskQueue', () => {
    for (const [cause, expected] of [
      ['nobodyInQueue', true],
      ['knownWorker', true],
      ['nobodyAvailable', false],
      ['uncertain', false],
    ] as const) {
      assert.equal(readingNeeds(explanation([], cause)).allWorkers, expected, cause);
    }
  });

  it('are none if nothing is known of Workers', () => {
    const { workers, ...rest } = explanation([]);
    assert.ok(workers !== undefined);
    assert.deepEqual(readingNeeds(rest), { allWorkers: false, channelsOf: [] });
  });
});
