import { message, type Message } from '../messages/message.ts';
import { lookAlikeDigit } from './lookAlikeDigit.ts';
import type { ShapeFault } from './sidFault.ts';

/** What is wrong with the letters or digits of a SID, whatever its kind. */
export function describeShapeFault(fault: ShapeFault): Message {
  switch (fault.kind) {
    case 'lowerCasePrefix':
      return message('The prefix {0} is written in capitals', fault.expected);
    case 'notHex': {
      const { position, character } = fault;
      const digit = lookAlikeDigit(character);
      return digit === undefined
        ? message("Character {0} is '{1}', not a hex digit", position, character)
        : message(
            "Character {0} is '{1}', not a hex digit: perhaps {2}",
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
