import { message, type Message } from '../messages/message.ts';
import type { ExplainedWorker } from './routingExplanation.ts';

/** What a Worker is to the Task, in a word or two. */
export function describeVerdict(verdict: ExplainedWorker['verdict']): Message {
  switch (verdict) {
    case 'next':
      return message('Next');
    case 'eligible':
      return message('Can take it');
    case 'unavailable':
      return message('Not available');
    case 'noCapacity':
      return message('No capacity');
    case 'channelOff':
      return message('Channel switched off');
    case 'reserved':
      return message('Reservation pending');
    case 'noMatch':
      return message('No match');
    case 'notInQueue':
      return message('Not in the TaskQueue');
    case 'uncertain':
      return message('Uncertain');
  }
}
