import { message, type Message } from '../../messages/message.ts';

/** What a search finds Tasks by, besides a SID: how a person is called or reached. */
interface ContactKind {
  /** Returns what an attribute must contain, or `undefined` for a text of another kind. */
  readonly read: (text: string) => string | undefined;
  /** The attributes that can hold it. */
  readonly attributes: readonly string[];
}

/** The attributes of a call or a message: https://www.twilio.com/docs/voice/twiml/enqueue. */
const ENDS = ['from', 'to', 'caller', 'called'];

/** The customer's address, as Flex and developers write it. */
const ADDRESS = ['customerAddress', 'customer_address'];

/**
 * Flex names the Task of a call by its number, and that of a chat by the customer
 * (https://www.twilio.com/docs/flex/developer/conversations). `customers` is what Flex Insights reads
 * (https://www.twilio.com/docs/flex/end-user-guide/insights/data-model), `customer` what developers write.
 */
const kinds: readonly ContactKind[] = [
  {
    read: readPhoneNumber,
    attributes: [
      ...[...ENDS, ...ADDRESS, 'name', 'phone', 'phoneNumber', 'phone_number'],
      ...['customers.phone', 'customer.phone'],
    ],
  },
  {
    read: readEmailAddress,
    attributes: [
      ...[...ENDS, ...ADDRESS, 'name', 'email', 'emailAddress', 'email_address'],
      ...['customers.email', 'customer.email'],
    ],
  },
  {
    read: readName,
    attributes: [
      ...['name', 'from', 'customerName', 'customer_name', 'callerName', 'caller_name'],
      ...['customers.name', 'customer.name'],
      ...['workerName', 'worker_name', 'agentName', 'agent_name'],
    ],
  },
];

/** The search for a phone number, an e-mail address or a name. */
export interface ContactSearch {
  readonly expression: string;
  /** Says which attributes are searched. */
  readonly hint: Message;
}

/**
 * The search that a phone number, an e-mail address or a name stands for. Returns `undefined` for any other
 * text. Looks for a part of the attributes, as `whatsapp:+15005550006` contains the number.
 */
export function contactSearch(text: string): ContactSearch | undefined {
  for (const { read, attributes } of kinds) {
    const part = read(text);
    if (part === undefined) continue;
    const quote = part.includes("'") ? '"' : "'";
    const terms = attributes.map((name) => `${name} CONTAINS ${quote}${part}${quote}`);
    return {
      expression: terms.join(' OR '),
      hint: message('Searches the attributes {0}', attributes.join(', ')),
    };
  }
  return undefined;
}

/** A number in E.164 has at most 15 digits. A shorter one is as likely the number of an order. */
const PHONE_NUMBER = /^\+?[\d\s()./-]+$/;

/**
 * The digits as they stand in any notation: without the `+`, and without the zeros that only begin a number
 * where it is dialed, as in 0049 30 or 030.
 */
function readPhoneNumber(text: string): string | undefined {
  if (!PHONE_NUMBER.test(text)) return undefined;
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  return digits.length >= 6 && digits.length <= 15 ? digits : undefined;
}

function readEmailAddress(text: string): string | undefined {
  return /^[^\s@'"\\]+@[^\s@'"\\]+\.[^\s@'"\\.]+$/.test(text) ? text : undefined;
}

function readName(text: string): string | undefined {
  return /^\p{L}[\p{L}\p{M}'’. -]*[\p{L}\p{M}.]$/u.test(text) ? text : undefined;
}
