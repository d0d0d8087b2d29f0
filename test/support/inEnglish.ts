import { formatMessage, plainEnglish } from '../../src/core/messages/message.ts';
import { mapTexts, type Formatted } from '../../src/core/messages/viewText.ts';

/** A view model as it is read in English. */
export function inEnglish<V>(view: V): Formatted<V> {
  return mapTexts(view, (words) => formatMessage(words, plainEnglish));
}
