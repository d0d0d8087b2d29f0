import { message, type Message } from '../messages/message.ts';
import { findSidsInContext } from '../sids/context/sidsInContext.ts';
import { isSidOf } from '../sids/sid.ts';

const MESSAGE = ['messageSid', 'message_sid'];

/**
 * The attributes of a Task that hold a SID, by its prefix: as written by Studio, Flex and the Enqueue verb
 * (https://www.twilio.com/docs/voice/twiml/enqueue), such as `call_sid`, `conversationSid` and
 * `conference.sid`, and in both spellings that developers use.
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
  // TaskRouter's names in Events and in the user interface of Flex.
  ['TT', bothSpellings('taskTransferSid', 'transferSid')],
]);

/** Each name in camel case and in snake case. */
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
 * The expression that matches the Tasks of a call, conference, conversation, message, Flex interaction or
 * transfer. Returns `undefined` for any other text. A SID needs no escaping.
 *
 * @see https://www.twilio.com/docs/taskrouter/expression-syntax
 */
export function searchExpression(sid: string): string | undefined {
  if (!isSidOf(sid, '')) return undefined;
  const names = ATTRIBUTES.get(sid.slice(0, 2));
  return names?.map((name) => `${name} == '${sid}'`).join(' OR ');
}

/** The parsed input of Find TaskRouter Tasks…. */
export type SearchQuery =
  | {
      readonly valid: true;
      readonly expression: string;
      /** Absent if the user entered an expression. */
      readonly sid?: string;
    }
  | { readonly valid: false; readonly reason: Message };

/**
 * An operator or a parenthesis of an expression, which no SID or word contains:
 * https://www.twilio.com/docs/taskrouter/expression-syntax.
 */
const OPERATOR = /[=<>!()]|\b(?:HAS|IN|NOT|CONTAINS)\b/i;

/** Parses a SID or an expression, whose syntax is checked elsewhere. Never throws. */
export function parseSearchQuery(text: string): SearchQuery {
  const trimmed = text.trim();
  if (trimmed === '') return { valid: false, reason: message('Enter a SID or an expression') };
  const expression = searchExpression(trimmed);
  if (expression !== undefined) return { valid: true, expression, sid: trimmed };
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
    : message('Not a whole SID, and not an expression such as {0}', "name == 'value'");
}
