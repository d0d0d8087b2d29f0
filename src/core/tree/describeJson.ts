import { parseStringToken, type JsonValue } from '../json/jsonValue.ts';
import { message, type MessageArgument } from '../messages/message.ts';
import { oneLine } from '../messages/plainText.ts';

/** A row has no room for more; the tooltip and the document have the whole value. */
const LONGEST = 200;

/** A JSON value in a few words: how much is in it, or what it is, a number with every digit. */
export function describeJson(value: JsonValue): MessageArgument {
  if ('members' in value) {
    const { length } = value.members;
    return value.kind === 'object' ? describeKeys(length) : describeItems(length);
  }
  const text =
    value.kind === 'string' ? `"${oneLine(parseStringToken(value.token))}"` : value.token;
  return text.length <= LONGEST
    ? text
    : `${Array.from(text.slice(0, LONGEST)).slice(0, -1).join('')}…`;
}

function describeKeys(count: number): MessageArgument {
  return count === 1 ? message('1 key') : message('{0} keys', count);
}

function describeItems(count: number): MessageArgument {
  return count === 1 ? message('1 item') : message('{0} items', count);
}
