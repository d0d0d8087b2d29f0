import { maskText } from '../json/maskText.ts';
import { oneLine } from './oneLine.ts';

/** TaskRouter lets a name have 64 characters; what is longer is none, and would fill the screen. */
const LONGEST = 100;

/**
 * Data as a part of a line: without what hides or breaks it, masked if `taskrouter.privacyMode` asks,
 * and no longer than a line has room for.
 */
export function shownText(text: string, masked: boolean, longest = LONGEST): string {
  // In one line before it is masked, lest a number be parted by what is not seen.
  const whole = oneLine(text);
  const shown = masked ? maskText(whole) : whole;
  // Most are short, and counting characters takes the time of a copy.
  if (shown.length <= longest) return shown;
  const characters = Array.from(shown.slice(0, longest * 4));
  return characters.length <= longest ? shown : `${characters.slice(0, longest).join('')}…`;
}
