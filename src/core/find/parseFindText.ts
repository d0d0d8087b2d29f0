import { message, type Message } from '../messages/message.ts';
import { inspectSids } from '../sids/context/sidsInContext.ts';
import { findExpression } from './findExpression.ts';

/** What Find TaskRouter Tasks… looks for. */
export type FindText =
  | {
      readonly valid: true;
      readonly expression: string;
      /** Absent where the expression is the user's own. */
      readonly sid?: string;
    }
  | { readonly valid: false; readonly reason: Message };

/** An operator of TaskRouter's expressions, or a parenthesis: what no SID and no word has. */
const OPERATOR = /[=<>!()]|\b(?:HAS|IN|NOT|CONTAINS)\b/i;

/** Reads a SID, or an expression over attributes, which only TaskRouter can judge. Never throws. */
export function parseFindText(text: string): FindText {
  const trimmed = text.trim();
  if (trimmed === '') return { valid: false, reason: message('A SID or an expression is needed') };
  const expression = findExpression(trimmed);
  if (expression !== undefined) return { valid: true, expression, sid: trimmed };
  if (OPERATOR.test(trimmed)) return { valid: true, expression: trimmed };
  return { valid: false, reason: describeFault(trimmed) };
}

function describeFault(text: string): Message {
  const [found] = inspectSids(text);
  if (found?.kind === 'sid' && found.prefix === 'WT') {
    return message('A Task SID names its Task already: use Fetch TaskRouter Task');
  }
  return found?.kind === 'sid'
    ? message(
        'Tasks are found by the SID of a call, conference, conversation, message, interaction or transfer',
      )
    : message('This is neither a whole SID nor an expression such as {0}', "name == 'value'");
}
