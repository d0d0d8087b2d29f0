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
  ['KD', spelled('flexInteractionSid', 'interactionSid')],
  ['UO', spelled('flexInteractionChannelSid', 'interactionChannelSid')],
  ['KG', spelled('flexChannelInviteSid', 'channelInviteSid')],
  // What TaskRouter calls it, in events and in the page of Flex.
  ['TT', spelled('taskTransferSid', 'transferSid')],
]);

/** Each name in both spellings. */
function spelled(...names: readonly string[]): readonly string[] {
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
export function findExpression(sid: string): string | undefined {
  if (!isSidOf(sid, '')) return undefined;
  const names = ATTRIBUTES.get(sid.slice(0, 2));
  return names?.map((name) => `${name} == '${sid}'`).join(' OR ');
}
