import { message, type Message } from '../../messages/message.ts';
import { findSidsInContext } from '../../sids/context/sidsInContext.ts';
import { contactSearch } from './contactSearch.ts';
import { searchExpression } from './searchExpression.ts';

/** The parsed input of Find TaskRouter Tasks…. */
export type SearchQuery =
  | {
      readonly valid: true;
      readonly expression: string;
      /** The SID, phone number, e-mail address or name. Absent if the user entered an expression. */
      readonly sought?: string;
      /** Says how it is searched for, if that is not certain. */
      readonly hint?: Message;
    }
  | { readonly valid: false; readonly reason: Message };

/**
 * An operator or a parenthesis of an expression, which no SID or word contains:
 * https://www.twilio.com/docs/taskrouter/expression-syntax.
 */
const OPERATOR = /[=<>!()]|\b(?:HAS|IN|NOT|CONTAINS)\b/i;

/**
 * Parses a SID, a phone number, an e-mail address, a name or an expression, whose syntax is checked
 * elsewhere. Never throws.
 */
export function parseSearchQuery(text: string): SearchQuery {
  const trimmed = text.trim();
  if (trimmed === '') return { valid: false, reason: message('Enter what to search for') };
  const expression = searchExpression(trimmed);
  if (expression !== undefined) return { valid: true, expression, sought: trimmed };
  const contact = contactSearch(trimmed);
  // A number may have parentheses, but a name has no operator.
  const isContact = contact !== undefined && (/\d|@/.test(trimmed) || !OPERATOR.test(trimmed));
  if (isContact) return { valid: true, sought: trimmed, ...contact };
  if (OPERATOR.test(trimmed)) return { valid: true, expression: trimmed };
  return { valid: false, reason: describeFault(trimmed) };
}

function describeFault(text: string): Message {
  const [found] = findSidsInContext(text);
  if (found?.kind === 'sid' && found.prefix === 'WT') {
    return message('This is a Task SID. Use Fetch TaskRouter Task instead');
  }
  return found?.kind === 'sid'
    ? message('Enter the SID of a call, conference, conversation, message, interaction or transfer')
    : message(
        'Not a whole SID, phone number or e-mail address, and not an expression such as {0}',
        "name == 'value'",
      );
}
