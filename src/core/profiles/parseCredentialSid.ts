import { message, type Message } from '../messages/message.ts';
import { parseSid } from '../sids/sid.ts';
import { describeSidFault } from '../sids/sidFault.ts';
import { sidNames, withArticle } from '../sids/sidNames.ts';
import { pastedText } from './pastedText.ts';

export type CredentialSidResult =
  | { readonly valid: true; readonly value: string }
  | { readonly valid: false; readonly reason: Message };

/** What a sentence cannot show: spaces of any width, marks without a letter, and the empty Braille cell. */
const UNSEEN = /[\p{Z}\p{C}\p{M}\u2800]/u;

/**
 * Reads the SID that one signs in with: of an API key, or of the account; also with what was copied
 * along. Never throws.
 */
export function parseCredentialSid(text: string): CredentialSidResult {
  const sid = pastedText(text);
  const result = parseSid(sid, /^ac/i.test(sid) ? 'AC' : 'SK');
  if (result.valid) return { valid: true, value: sid };
  const { fault } = result;
  if (fault.kind === 'notHex' && UNSEEN.test(fault.character)) {
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
