import { decodeAttributes } from '../history/attributeChange.ts';
import type { Happening } from '../history/taskEvent.ts';
import { isJsonContainer } from '../json/jsonObject.ts';
import type { EmbeddedView } from './embeddedView.ts';
import { readEmbedded } from './readEmbedded.ts';

/**
 * The last known attributes or add-ons of a Task. TaskRouter redacts those of older events, in a way that
 * is not documented: so JSON counts before what is none.
 */
export function lastEmbedded(
  history: readonly Happening[],
  name: 'attributes' | 'addons',
  masked: boolean,
): EmbeddedView | undefined {
  const texts = history.flatMap((happening) => happening[name] ?? []);
  const text = texts.findLast(isJsonContainer) ?? texts.at(-1);
  return text === undefined
    ? undefined
    : readEmbedded(decodeAttributes(text, masked), text, masked);
}
