import {
  formatMessage,
  plainEnglish,
  type MessageArgument,
} from '../../src/core/messages/message.ts';

/** The English text of a fact. */
export function plain(fact: MessageArgument): string {
  return typeof fact === 'object' ? formatMessage(fact, plainEnglish) : String(fact);
}

/** The English text of several facts in a line. */
export function plainLine(facts: readonly MessageArgument[]): string {
  return facts.map(plain).join(' · ');
}
