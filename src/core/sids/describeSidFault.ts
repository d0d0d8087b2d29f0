import { message, type Message } from '../messages/message.ts';
import { lookAlikeDigit } from './lookAlikeDigit.ts';
import type { ExpectedPrefix } from './parseSid.ts';
import type { ParseFault } from './sidFault.ts';
import { sidKinds } from './sidKinds.ts';

const kindOf: Readonly<Record<ExpectedPrefix, Message>> = {
  AC: message('an Account'),
  SK: message('an API Key'),
  WS: message('a Workspace'),
  WT: message('a Task'),
};

const shapes: Readonly<Record<ExpectedPrefix, Message>> = {
  AC: message('An Account SID is AC followed by 32 hex digits'),
  SK: message('The SID of an API key is SK followed by 32 hex digits'),
  WS: message('A Workspace SID is WS followed by 32 hex digits'),
  WT: message('A Task SID is WT followed by 32 hex digits'),
};

/** One sentence that says exactly what is wrong. */
export function describeSidFault(fault: ParseFault): Message {
  switch (fault.kind) {
    case 'empty':
    case 'noPrefix':
      return shapes[fault.expected];
    case 'otherPrefix': {
      const actual = sidKinds.get(fault.prefix);
      return actual === undefined
        ? message(
            "{0} starts with {1}, not with '{2}'",
            kindOf[fault.expected],
            fault.expected,
            fault.prefix,
          )
        : message(
            '{0}… is {1}; {2} starts with {3}',
            fault.prefix,
            actual,
            kindOf[fault.expected],
            fault.expected,
          );
    }
    case 'lowerCasePrefix':
      return message('The prefix {0} is written in capitals', fault.expected);
    case 'placeholder':
      return message('This is a placeholder: put 32 hex digits for the X');
    case 'notHex': {
      const { position, character } = fault;
      const digit = lookAlikeDigit(character);
      return digit === undefined
        ? message("character {0} is '{1}', not a hex digit", position, character)
        : message(
            "character {0} is '{1}', not a hex digit: perhaps {2}",
            position,
            character,
            digit,
          );
    }
    case 'digitCount':
      return fault.count === 1
        ? message('1 hex digit, 32 expected')
        : message('{0} hex digits, 32 expected', fault.count);
  }
}
