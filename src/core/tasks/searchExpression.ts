import { message, type Message } from '../messages/message.ts';
import { findSidsInContext } from '../sids/context/sidsInContext.ts';
import { isSidOf } from '../sids/sid.ts';

const MESSAGE = ['messageSid', 'message_sid'];

/**
 * Where the attributes of a Task name what it is about, by the prefix of its SID: as Studio, the
 * Enqueue verb and Flex write them (`call_sid`, `conversationSid`, `conference.sid`, …), and in both
 * spellings where people write them themselves.
 */
const ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
  [
    'CA',
    [
      'call_sid',
      'callSid',
      'worker_call_sid',
      'conference.participants.customer',
      'conference.participants.worker',
    ],
  ],
  ['CF', ['conference.sid', 'conference_sid', 'conferenceSid']],
  ['CH', ['conversationSid', 'conversation_sid', 'channelSid', 'channel_sid']],
  ['SM', MESSAGE],
  ['MM', MESSAGE],
  ['IM', MESSAGE],
  ['KD', bothSpellings('flexInteractionSid', 'interactionSid')],
  ['UO', bothSpellings('flexInteractionChannelSid', 'interactionChannelSid')],
  ['KG', bothSpellings('flexChannelInviteSid', 'channelInviteSid')],
  // What TaskRouter calls it, in events and in the page of Flex.
  ['TT', bothSpellings('taskTransferSid', 'transferSid')],
]);

/** Each name in both spellings. */
function bothSpellings(...names: readonly string[]): readonly string[] {
  return names.flatMap((name) => [
    name,
    name.replace(/[A-Z]/g, (capital) => `_${capital.toLowerCase()}`),
  ]);
}

/** Whether Tasks can be searched for by a SID with this prefix. */
export function isSearchable(prefix: string): boolean {
  return ATTRIBUTES.has(prefix);
}

/**
 * The expression over attributes that holds for the Tasks of a call, a conference, a conversation, a
 * message, an interaction of Flex or a transfer; nothing for any other text. A SID needs no escapes.
 *
 * @see https://www.twilio.com/docs/taskrouter/expression-syntax
 */
export function searchExpression(sid: string): string | undefined {
  if (!isSidOf(sid, '')) return undefined;
  const names = ATTRIBUTES.get(sid.slice(0, 2));
  return names?.map((name) => `${name} == '${sid}'`).join(' OR ');
}

/** What Find TaskRouter Tasks… looks for. */
export type SearchQuery =
  | {
      readonly valid: true;
      readonly expression: string;
      /** Absent where the expression is the user's own. */
      readonly sid?: string;
    }
  | { readonly valid: false; readonly reason: Message };

/** An operator of TaskRouter's expressions, or a parenthesis: what no SID and no word has. */
const OPERATOR = /[=<>!()]|\b(?:HAS|IN|NOT|CONTAINS)\b/i;

/** Reads a SID, or an expression over attributes, whose syntax is not judged here. Never throws. */
export function parseSearchQuery(text: string): SearchQuery {
  const trimmed = text.trim();
  if (trimmed === '') return { valid: false, reason: message('A SID or an expression is needed') };
  const expression = searchExpression(trimmed);
  if (expression !== undefined) return { valid: true, expression, sid: trimmed };
  if (OPERATOR.test(trimmed)) return { valid: true, expression: trimmed };
  return { valid: false, reason: describeFault(trimmed) };
}

function describeFault(text: string): Message {
  const [found] = findSidsInContext(text);
  if (found?.kind === 'sid' && found.prefix === 'WT') {
    return message('A Task SID names its Task already: use Fetch TaskRouter Task');
  }
  return found?.kind === 'sid'
    ? message(
        'Tasks are found by the SID of a call, conference, conversation, message, interaction or transfer',
      )
    : message('This is neither a whole SID nor an expression such as {0}', "name == 'value'");
}
