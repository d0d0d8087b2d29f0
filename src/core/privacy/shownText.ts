import { oneLine } from '../messages/plainText.ts';
import { maskText } from './maskText.ts';

/** TaskRouter lets a name have 64 characters; what is longer is none, and would fill the screen. */
const MAX_LABEL_LENGTH = 100;

/**
 * Data as a part of a line: without what hides or breaks it, masked if `taskrouter.privacyMode` asks,
 * and no longer than a line has room for.
 */
export function shownText(text: string, masked: boolean, longest = MAX_LABEL_LENGTH): string {
  // Masked first: what is not seen, and goes from a line, may be all that parts a number from a word.
  const shown = oneLine(masked ? maskText(text) : text);
  // Most are short, and counting characters takes the time of a copy.
  if (shown.length <= longest) return shown;
  const characters = Array.from(shown.slice(0, longest * 4));
  return characters.length <= longest ? shown : `${characters.slice(0, longest).join('')}…`;
}

/** Strings, also one that nobody closed, and numbers: what an expression holds of attributes. */
const VALUE =
  /'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?|(?<![\p{L}\p{N}_.])-?\d[\d.]*(?:[eE][+-]?\d+)?/gu;

/**
 * What `taskrouter.privacyMode` shows of an expression over attributes: as in attributes themselves, the
 * names stay and the values are masked.
 */
export function maskExpression(expression: string): string {
  return expression.replace(VALUE, '•••');
}
