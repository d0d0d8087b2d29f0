import { message, type Message } from '../messages/message.ts';

/**
 * What the prefixes that meet a Task mean, with the article, for sentences. Twilio documents prefixes
 * by the patterns of its OpenAPI documents.
 */
export const sidKinds: ReadonlyMap<string, Message> = new Map(
  Object.entries({
    AC: message('an Account'),
    CA: message('a Call'),
    CF: message('a Conference'),
    CH: message('a Conversation'),
    EV: message('an Event'),
    FW: message('a Studio Flow'),
    IM: message('a Conversation Message'),
    MM: message('a Message'),
    QU: message('a Voice Queue'),
    SK: message('an API Key'),
    SM: message('a Message'),
    TC: message('a Task Channel'),
    UD: message('an Autopilot Task'),
    WA: message('an Activity'),
    WC: message('a Worker Channel'),
    WK: message('a Worker'),
    WQ: message('a Task Queue'),
    WR: message('a Reservation'),
    WS: message('a Workspace'),
    WT: message('a Task'),
    WW: message('a Workflow'),
  }),
);
