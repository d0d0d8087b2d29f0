import { message, type Message } from '../messages/message.ts';
import { sidNames, withArticle } from './sidNames.ts';

/** What is wrong with the letters or digits of a text that was meant to be a SID of a certain kind. */
type ShapeFault =
  /** `expected` is the prefix in capitals. */
  | { readonly kind: 'lowerCasePrefix'; readonly expected: string }
  /** `position` counts from 1 and from the first letter of the prefix. */
  | { readonly kind: 'notHex'; readonly position: number; readonly character: string }
  /** How many characters follow the prefix, where it is not 32. */
  | { readonly kind: 'digitCount'; readonly count: number };

/** What is wrong with a text that was meant to be a SID of any kind. */
export type SidFault =
  | ShapeFault
  /** Two capital letters that no known SID of Twilio begins with. */
  | { readonly kind: 'unknownPrefix'; readonly prefix: string }
  /** A character that takes no room, within a SID; `position` as above, in UTF-16 code units. */
  | { readonly kind: 'invisible'; readonly position: number; readonly character: string }
  /** Nothing like a SID, in a field that holds nothing else. */
  | { readonly kind: 'noSid' };

/** What keeps a text from being a SID of the expected kind; the first fault, from the left. */
export type ParseFault =
  | { readonly kind: 'empty'; readonly expected: ExpectedPrefix }
  /** Two capital letters, but others: perhaps a SID of another kind. */
  | { readonly kind: 'otherPrefix'; readonly expected: ExpectedPrefix; readonly prefix: string }
  | { readonly kind: 'noPrefix'; readonly expected: ExpectedPrefix }
  /** The digits are all `X`, as documentation writes a SID. */
  | { readonly kind: 'placeholder'; readonly expected: ExpectedPrefix }
  | ShapeFault;

/** A prefix that this extension asks for. */
export type ExpectedPrefix = 'AC' | 'SK' | 'WS' | 'WT';

/** What is said of a SID whose digits are all `X`, as documentation writes it: it is no mistake. */
export const placeholderHint = message('A placeholder: put 32 hex digits in place of the X');

/** What quotes around it would show as nothing: of no width, blank, or a mark on the quote itself. */
const INVISIBLE = /[\p{C}\p{M}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/** What is wrong with the letters or digits of a SID, whatever its kind. */
export function describeShapeFault(fault: ShapeFault): Message {
  switch (fault.kind) {
    case 'lowerCasePrefix':
      return message('The prefix {0} is written in capitals', fault.expected);
    case 'notHex': {
      const { position, character } = fault;
      if (INVISIBLE.test(character)) {
        return message('Character {0} is {1}, not a hex digit', position, codePoint(character));
      }
      const digit = confusableDigit(character);
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

const digits: ReadonlyMap<string, string> = new Map([
  ['O', '0'],
  ['o', '0'],
  ['l', '1'],
  ['I', '1'],
]);

/** The digit that a letter is easily taken for, where it cannot be a hex digit itself. */
export function confusableDigit(character: string): string | undefined {
  return digits.get(character);
}

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
    case 'otherPrefix':
      return describeOtherPrefix(fault.prefix, fault.expected);
    case 'placeholder':
      return placeholderHint;
    case 'lowerCasePrefix':
    case 'notHex':
    case 'digitCount':
      return describeShapeFault(fault);
  }
}

function describeOtherPrefix(prefix: string, expected: ExpectedPrefix): Message {
  const actual = sidNames.get(prefix);
  const usual = withArticle(sidNames.get(expected) ?? expected);
  return actual === undefined
    ? message("{0} starts with {1}, not with '{2}'", usual, expected, prefix)
    : message('{0}… is {1}; {2} starts with {3}', prefix, withArticle(actual), usual, expected);
}
