import { callPlace } from './callPlace.ts';
import { keyPlace } from './keyPlace.ts';
import { pathPlace } from './pathPlace.ts';
import type { SidPlace } from './sidPlace.ts';

/** How many characters before a SID can say what belongs there. */
export const PLACE_REACH = 400;

/** What kind of SID belongs at `offset`, where its first letter is; nothing if the text does not say. */
export function sidPlaceAt(text: string, offset: number): SidPlace | undefined {
  const before = text.charAt(offset - 1);
  return before === '/' || before === '.'
    ? pathPlace(text, offset, before)
    : (keyPlace(text, offset) ?? callPlace(text, offset));
}
