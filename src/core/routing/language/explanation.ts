import { message, type Message } from '../../messages/message.ts';
import type { RoutingPage } from '../check/problemDocs.ts';
import type { Evidence } from '../expression/evaluation/rule.ts';

/** What TaskRouter does with a part of a configuration, and how certain that is. */
export interface Explanation {
  readonly text: Message;
  readonly evidence: Evidence;
  /** Where Twilio documents it, or what is beside it. */
  readonly page: RoutingPage;
  /** Exceptions that are easily missed, each of which says itself how certain it is. */
  readonly notes: readonly Message[];
}

export function documented(
  page: RoutingPage,
  text: Message,
  ...notes: readonly Message[]
): Explanation {
  return { text, evidence: 'documented', page, notes };
}

export function describeEvidence(evidence: Evidence): Message {
  switch (evidence) {
    case 'documented':
      return message('Documented by Twilio');
    case 'recorded':
    case 'production':
      return message('Observed, but not documented');
    case 'undocumented':
      return message('Not documented');
    case 'conflict':
      return message('Sources conflict');
  }
}
