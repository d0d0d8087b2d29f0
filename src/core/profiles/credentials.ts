import { message, type Message } from '../messages/message.ts';
import { parseSid } from '../sids/sid.ts';
import { describeSidFault } from '../sids/sidFault.ts';
import { sidNames, withArticle } from '../sids/sidNames.ts';
import type { Endpoint } from './storedProfile.ts';

/** Credentials that somebody is about to give: nothing of them is stored yet. */
export interface CredentialDraft {
  /** `SK…` or `AC…`. */
  readonly sid: string;
  readonly secret: string;
  readonly place: Endpoint;
}

/** What nobody sees: control and format characters, variation selectors, fillers. */
const INVISIBLE = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu;

/** What is copied along from code, a table or a chat: quotes, brackets and the ends of a list. */
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
 * A SID or a secret as it was meant: without what cannot be seen, and without what stands around it
 * where it was copied. Twilio makes both of ASCII letters and digits, so that none of this is part of
 * one; what stands within stays, to be complained about.
 */
function pastedText(text: string): string {
  // A line break that cannot be seen any more is still no part of a word.
  const seen = text.replace(/[\t\n\r]/g, ' ').replace(INVISIBLE, '');
  return seen.replace(START, '').replace(END, '');
}

/**
 * A secret as it was meant. A mock or a proxy can have one of any characters: brackets and signs stay,
 * and quotes go only as a pair around it.
 */
export function pastedSecret(text: string): string {
  const seen = text
    .replace(/[\t\n\r]/g, ' ')
    .replace(INVISIBLE, '')
    .trim();
  const plain = seen.replace(/[\s,;]+$/u, '');
  const pair = QUOTED.find((quoted) => quoted.test(plain));
  return pair === undefined ? plain : plain.slice(1, -1).trim();
}

export type CredentialSidResult =
  | { readonly valid: true; readonly value: string }
  | { readonly valid: false; readonly reason: Message };

/** What a sentence cannot show: spaces of any width, marks without a letter, and the empty Braille cell. */
const INVISIBLE_IN_SENTENCE = /[\p{Z}\p{C}\p{M}\u2800]/u;

/**
 * Reads the SID that one signs in with: of an API key, or of the account; also with what was copied
 * along. Never throws.
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
      ? message('Credentials start with SK (API key) or AC (account), not with “{0}”', fault.prefix)
      : message(
          '{0}… is {1}; credentials start with SK (API key) or AC (account)',
          fault.prefix,
          withArticle(name),
        );
  return { valid: false, reason };
}

function code(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
