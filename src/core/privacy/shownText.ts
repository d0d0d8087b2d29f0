import { oneLine } from '../messages/plainText.ts';
import { maskText } from './maskText.ts';

/** Names have at most 64 characters (https://www.twilio.com/docs/taskrouter/api/workspace). */
const MAX_LABEL_LENGTH = 100;

/**
 * Data as part of a line: without line breaks and invisible characters, masked if `masked` is set, and
 * cut to `longest` characters.
 */
export function shownText(text: string, masked: boolean, longest = MAX_LABEL_LENGTH): string {
  // Masked first: an invisible character that `oneLine` removes can separate a number from a word.
  const shown = oneLine(masked ? maskText(text) : text);
  // Most texts are short, and counting characters copies the text.
  if (shown.length <= longest) return shown;
  const characters = Array.from(shown.slice(0, longest * 4));
  return characters.length <= longest ? shown : `${characters.slice(0, longest).join('')}…`;
}

/** Strings, also one without its closing quote, and numbers. */
const VALUE =
  /'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?|(?<![\p{L}\p{N}_.])-?\d[\d.]*(?:[eE][+-]?\d+)?/gu;

/**
 * Masks an expression over attributes for `taskrouter.privacyMode`: names stay and values are masked, as
 * in the attributes themselves.
 */
export function maskExpression(expression: string): string {
  return expression.replace(VALUE, '•••');
}
