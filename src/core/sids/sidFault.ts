import { message, type Message } from '../messages/message.ts';
import { sidNames, withArticle } from './sidNames.ts';

/** What is wrong with the letters or digits of a SID, whatever its kind. */
type ShapeFault =
  /** `expected` is the prefix in uppercase. */
  | { readonly kind: 'lowerCasePrefix'; readonly expected: string }
  /** `position` counts from 1 at the first letter of the prefix. */
  | { readonly kind: 'notHex'; readonly position: number; readonly character: string }
  /** The number of characters after the prefix is not 32. */
  | { readonly kind: 'digitCount'; readonly count: number };

/** What is wrong with a SID in a text. */
export type SidFault =
  | ShapeFault
  /** Two uppercase letters that are not a known prefix. */
  | { readonly kind: 'unknownPrefix'; readonly prefix: string }
  /** An invisible character within a SID; `position` as above, in UTF-16 code units. */
  | { readonly kind: 'invisible'; readonly position: number; readonly character: string }
  /** Not at all like a SID, in a field that can only hold one. */
  | { readonly kind: 'noSid' };

/** The first fault, from the left, that keeps a text from being a SID of the expected kind. */
export type ParseFault =
  | { readonly kind: 'empty'; readonly expected: ExpectedPrefix }
  /** Two other uppercase letters: perhaps a SID of another kind. */
  | { readonly kind: 'otherPrefix'; readonly expected: ExpectedPrefix; readonly prefix: string }
  | { readonly kind: 'noPrefix'; readonly expected: ExpectedPrefix }
  /** The digits are all `X`, as in documentation. */
  | { readonly kind: 'placeholder'; readonly expected: ExpectedPrefix }
  | ShapeFault;

/** A prefix of the SIDs that a user can enter. */
export type ExpectedPrefix = 'AC' | 'SK' | 'WS' | 'WT';

/** For a SID whose digits are all `X`, as in documentation; this is not an error. */
export const placeholderHint = message('Placeholder: replace the X characters with 32 hex digits');

/** Characters that are not visible in quotes: zero-width, blank, or a combining mark. */
const INVISIBLE = /[\p{C}\p{M}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

export function describeShapeFault(fault: ShapeFault): Message {
  switch (fault.kind) {
    case 'lowerCasePrefix':
      return message('The prefix must be uppercase: {0}', fault.expected);
    case 'notHex': {
      const { position, character } = fault;
      if (INVISIBLE.test(character)) {
        return message('Character {0} is {1}, not a hex digit', position, codePoint(character));
      }
      const digit = confusableDigit(character);
      return digit === undefined
        ? message("Character {0} is '{1}', not a hex digit", position, character)
        : message(
            "Character {0} is '{1}', not a hex digit (perhaps {2})",
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

/** Such as `U+200B`. */
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

/** The digit that looks like a letter. Returns `undefined` for other letters and for hex digits. */
export function confusableDigit(character: string): string | undefined {
  return digits.get(character);
}

const shapes: Readonly<Record<ExpectedPrefix, Message>> = {
  AC: message('An Account SID is AC and 32 hex digits'),
  SK: message('The SID of an API key is SK and 32 hex digits'),
  WS: message('A Workspace SID is WS and 32 hex digits'),
  WT: message('A Task SID is WT and 32 hex digits'),
};

/** Describes a fault in one sentence, without a full stop. */
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
    : message('{0}… is {1}, but {2} starts with {3}', prefix, withArticle(actual), usual, expected);
}
