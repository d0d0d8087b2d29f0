import { message, type Message } from '../messages/message.ts';
import { parseSid } from '../sids/parseSid.ts';
import { describeSidFault } from '../sids/sidFault.ts';
import { sidNames, withArticle } from '../sids/sidNames.ts';
import type { Endpoint } from './storedProfile.ts';

/** Credentials that the user enters, before they are stored. */
export interface CredentialDraft {
  /** `SK…` or `AC…`. */
  readonly sid: string;
  readonly secret: string;
  readonly place: Endpoint;
}

/** Invisible characters: control and format characters, variation selectors, fillers. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu;

/** Quotes, brackets and separators that are copied with a value from code, a table or a chat. */
const START = /^[\s"'`´‘’‚‛“”„‟«»‹›「」『』＂＇([{<,;:=]+/u;
const END = /[\s"'`´‘’‚‛“”„‟«»‹›「」『』＂＇)\]}>,;:.]+$/u;

const QUOTED = [
  /^"[^"]*"$/,
  /^'[^']*'$/,
  /^`[^`]*`$/,
  /^“[^“”]*”$/,
  /^„[^„“”]*[“”]$/,
  /^‘[^‘’]*’$/,
  /^«[^«»]*»$/,
];

/**
 * A pasted SID without invisible characters, and without quotes and punctuation around it. SIDs consist of
 * ASCII letters and digits, so none of this belongs to one. Other characters inside it stay and are reported.
 */
function pastedText(text: string): string {
  // A line break in a single-line input is invisible, but still separates words.
  const visible = text.replace(/[\t\n\r]/g, ' ').replace(INVISIBLE, '');
  return visible.replace(START, '').replace(END, '');
}

/**
 * A pasted secret without invisible characters, and without a pair of quotes around it. The secret of a mock
 * or a proxy can contain any characters, so brackets and punctuation stay.
 */
export function pastedSecret(text: string): string {
  const visible = text
    .replace(/[\t\n\r]/g, ' ')
    .replace(INVISIBLE, '')
    .trim();
  const plain = visible.replace(/[\s,;]+$/u, '');
  const pair = QUOTED.find((quoted) => quoted.test(plain));
  return pair === undefined ? plain : plain.slice(1, -1).trim();
}

export type CredentialSidResult =
  | { readonly valid: true; readonly value: string }
  | { readonly valid: false; readonly reason: Message };

/** Characters that are not visible in a message: spaces, combining marks and the blank Braille pattern. */
const INVISIBLE_IN_SENTENCE = /[\p{Z}\p{C}\p{M}\u2800]/u;

/**
 * Parses the SID of an API key or an account, ignoring quotes and punctuation pasted with it. Never throws.
 */
export function parseCredentialSid(text: string): CredentialSidResult {
  const sid = pastedText(text);
  const result = parseSid(sid, /^ac/i.test(sid) ? 'AC' : 'SK');
  if (result.valid) return { valid: true, value: sid };
  const { fault } = result;
  if (fault.kind === 'notHex' && INVISIBLE_IN_SENTENCE.test(fault.character)) {
    const { position, character } = fault;
    return {
      valid: false,
      reason: message(
        'Character {0} is invisible ({1}), not a hex digit',
        position,
        code(character),
      ),
    };
  }
  if (fault.kind !== 'otherPrefix') return { valid: false, reason: describeSidFault(fault) };
  const name = sidNames.get(fault.prefix);
  const reason =
    name === undefined
      ? message('Credentials start with SK (API key) or AC (account), not “{0}”', fault.prefix)
      : message(
          '{0}… is {1}. Credentials start with SK (API key) or AC (account)',
          fault.prefix,
          withArticle(name),
        );
  return { valid: false, reason };
}

function code(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
