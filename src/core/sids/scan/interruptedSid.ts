import { message, type Message } from '../../messages/message.ts';
import { WHOLE_SID } from '../../resources/sidPattern.ts';
import type { SidFault } from '../sidFault.ts';
import { knownPrefixes } from './knownPrefixes.ts';
import { isWordCode } from './scanSids.ts';
import type { SidCandidate } from './sidCandidate.ts';

/**
 * What takes no room between two digits: it comes along from web pages, chats and word processors, and
 * TaskRouter takes such a SID for none.
 */
const SOFT_HYPHEN = '\u00ad';
/**
 * The others. None is of Latin-1, of which most texts are: V8 keeps those a byte a character, and knows
 * without a look that they have none.
 */
const BEYOND_LATIN_1 =
  '\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff';
const ANY_BEYOND = new RegExp(`[${BEYOND_LATIN_1}]`);
const INVISIBLE = new RegExp(`[${SOFT_HYPHEN}${BEYOND_LATIN_1}]`, 'g');

/** A SID has 34 characters; with so many others within it there is no telling what was meant. */
const MAX_REACH_CHARS = 80;

export function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, '');
}

/**
 * The SID around `offset` that only characters which are not seen keep from being one. It counts where
 * its place says that a SID is meant.
 */
export function interruptedSidAt(text: string, offset: number): SidCandidate | undefined {
  const { start, end } = runAt(text, offset);
  const run = text.slice(start, end);
  const seen = withoutInvisible(run);
  const prefix = seen.slice(0, 2);
  if (seen === run || !WHOLE_SID.test(seen) || !knownPrefixes.has(prefix)) return undefined;
  const faults = Array.from(run.matchAll(INVISIBLE), ({ 0: character, index }): SidFault => {
    return { kind: 'invisible', position: index + 1, character };
  });
  return { kind: 'malformed', text: run, offset: start, prefix, faults, requires: 'sidContext' };
}

/** All of a text, from the left. */
export function interruptedSids(text: string): readonly SidCandidate[] {
  const found: SidCandidate[] = [];
  // By a slice, as those see it that count what is read of a text.
  const whole = text.slice(0);
  if (!whole.includes(SOFT_HYPHEN) && !ANY_BEYOND.test(whole)) return found;
  let from = 0;
  for (const { index } of whole.matchAll(INVISIBLE)) {
    if (index < from) continue;
    const parted = interruptedSidAt(text, index);
    if (parted !== undefined) found.push(parted);
    // What is longer than a run is none, and not looked at again for each of its characters.
    from = runAt(text, index).end;
  }
  return found;
}

/** Letters, digits and what is not seen between them. */
function runAt(text: string, offset: number): { readonly start: number; readonly end: number } {
  const belongs = (at: number) => isWordCode(text.charCodeAt(at)) || isInvisible(text, at);
  let start = offset;
  let end = offset;
  while (start > 0 && offset - start < MAX_REACH_CHARS && belongs(start - 1)) start--;
  while (end < text.length && end - offset < MAX_REACH_CHARS && belongs(end)) end++;
  while (start < end && isInvisible(text, start)) start++;
  while (end > start && isInvisible(text, end - 1)) end--;
  return { start, end: Math.max(end, offset) };
}

function isInvisible(text: string, at: number): boolean {
  return text.charCodeAt(at) > 0x7f && withoutInvisible(text.charAt(at)) === '';
}

/** "Character 7 is a soft hyphen (U+00AD), which is not seen" */
export function describeInvisible(position: number, character: string): Message {
  const code = `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
  const name = names.get(code);
  return name === undefined
    ? message('Character {0} is {1}, which is not visible', position, code)
    : message('Character {0} is {1} ({2}), which is not visible', position, name, code);
}

/** Those that are met most; of the others the number says more. */
const names: ReadonlyMap<string, Message> = new Map([
  ['U+00AD', message('a soft hyphen')],
  ['U+200B', message('a zero-width space')],
  ['U+200C', message('a zero-width non-joiner')],
  ['U+200D', message('a zero-width joiner')],
  ['U+200E', message('a left-to-right mark')],
  ['U+200F', message('a right-to-left mark')],
  ['U+2060', message('a word joiner')],
  ['U+FEFF', message('a byte order mark')],
]);
