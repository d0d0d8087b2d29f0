import { message, type Message } from '../messages/message.ts';
import { describeSidFault } from '../sids/describeSidFault.ts';
import { parseSid } from '../sids/parseSid.ts';
import { sidNames } from '../sids/sidNames.ts';
import { withArticle } from '../sids/withArticle.ts';

export type CredentialSidResult =
  | { readonly valid: true; readonly value: string }
  | { readonly valid: false; readonly reason: Message };

/** Reads the SID that one signs in with: of an API key, or of the account. Never throws. */
export function parseCredentialSid(text: string): CredentialSidResult {
  const sid = text.trim();
  const result = parseSid(sid, /^ac/i.test(sid) ? 'AC' : 'SK');
  if (result.valid) return { valid: true, value: sid };
  const { fault } = result;
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
