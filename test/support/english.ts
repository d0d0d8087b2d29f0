import {
  formatMessage,
  plainEnglish,
  type MessageArgument,
} from '../../src/core/messages/message.ts';

/** What people read of a fact, in English. */
export function plain(fact: MessageArgument): string {
  return typeof fact === 'object' ? formatMessage(fact, plainEnglish) : String(fact);
}

/** What people read of several facts in a line. */
export function plainLine(facts: readonly MessageArgument[]): string {
  return facts.map(plain).join(' · ');
}
