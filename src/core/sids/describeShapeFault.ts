import { message, type Message } from '../messages/message.ts';
import { lookAlikeDigit } from './lookAlikeDigit.ts';
import type { ShapeFault } from './sidFault.ts';

/** What quotes around it would show as nothing: of no width, blank, or a mark on the quote itself. */
const UNSEEN = /[\p{C}\p{M}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/** What is wrong with the letters or digits of a SID, whatever its kind. */
export function describeShapeFault(fault: ShapeFault): Message {
  switch (fault.kind) {
    case 'lowerCasePrefix':
      return message('The prefix {0} is written in capitals', fault.expected);
    case 'notHex': {
      const { position, character } = fault;
      if (UNSEEN.test(character)) {
        return message('Character {0} is {1}, not a hex digit', position, codePoint(character));
      }
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

/** As Unicode names it, such as `U+200B`. */
function codePoint(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
