import assert from 'node:assert/strict';
import { explainRouting } from '../../../src/core/explanation/explain/explainRouting.ts';
import type { WaitingCause } from '../../../src/core/explanation/routingExplanation.ts';
import { formatMessage, plainEnglish, type Message } from '../../../src/core/messages/message.ts';
import { acmeTravelDesk } from '../../../src/sample/data/acmeTravelDesk.ts';
import { explainRequestOf } from '../../support/routingReadingsOf.ts';
import { SimulationReader } from '../../support/simulation.ts';

/** A Task of the sample, why it waits at that second, and what its sentence must name. */
const CAUSES: readonly (readonly [
  key: string,
  cause: WaitingCause,
  names: RegExp,
  seconds?: number,
])[] = [
  ['nobody-speaks-italian', 'nobodyInQueue', /Italian Desk/],
  ['nobody-knows-antarctica', 'nobodyMatchesTarget', /2 Workers .*Bookings/],
  ['all-on-break', 'nobodyAvailable', /^2 Workers match, but none is available\.$/],
  ['hands-full', 'noCapacity', /chat/],
  ['agent-on-break', 'knownWorker', /Aisha Bello .*Break/],
  ['others-ahead', 'noCapacity', /Chiara Greco .*1 of 1 used on voice/],
  ['rejected-again', 'offeredAgain', /offered 9 times .*Yara Costa/],
  ['behind-the-rejected', 'othersAhead', /ahead/],
  ['after-hours', 'heldOnPurpose', /After Hours .*1==0/],
  ['misspelled-type', 'defaultFilter', /Unsorted/],
  ['city-break', 'nobodyAvailable', /^2 Workers match, but none is available\.$/, 10],
  ['city-break', 'offered', /Marc Dubois/, 45],
  ['city-break', 'notWaiting', /Marc Dubois/, 70],
];

const say = (text: Message) => formatMessage(text, plainEnglish);

describe('the Tasks of the sample that wait', () => {
  for (const [key, cause, names, seconds = 0] of CAUSES) {
    it(`show the cause ${cause} by ${key} after ${seconds} s`, () => {
      const reader = new SimulationReader(acmeTravelDesk.name);
      reader.seconds = seconds;
      const explanation = explainRouting(explainRequestOf(reader, key));
      assert.equal(explanation.cause, cause);
      assert.match(say(explanation.sentence), names);
      assert.deepEqual(explanation.missing.map(say), []);
    });
  }
});
