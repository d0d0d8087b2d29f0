import {
  formatMessage,
  plainEnglish,
  type MessageArgument,
} from '../../src/core/messages/message.ts';
import { mapTexts, type Formatted } from '../../src/core/messages/viewText.ts';

/** A view model with its texts in English. */
export function inEnglish<V>(view: V): Formatted<V> {
  return mapTexts(view, (words) => formatMessage(words, plainEnglish));
}

/** The English text of a fact. */
export function plain(fact: MessageArgument): string {
  return typeof fact === 'object' ? formatMessage(fact, plainEnglish) : String(fact);
}

/** The English text of several facts in a line. */
export function plainLine(facts: readonly MessageArgument[]): string {
  return facts.map(plain).join(' · ');
}
