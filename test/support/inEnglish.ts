import type { Formatted } from '../../src/core/details/formatted.ts';
import { mapTexts } from '../../src/core/details/mapTexts.ts';
import { formatMessage, plainEnglish } from '../../src/core/messages/formatMessage.ts';

/** A view model as it is read in English. */
export function inEnglish<V>(view: V): Formatted<V> {
  return mapTexts(view, (words) => formatMessage(words, plainEnglish));
}
