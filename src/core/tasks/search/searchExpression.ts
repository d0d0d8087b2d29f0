import { isSidOf } from '../../sids/sid.ts';

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
