import type { ExpectedPrefix } from './parseSid.ts';

/** What is wrong with the letters or digits of a text that was meant to be a SID of a certain kind. */
export type ShapeFault =
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
  | { readonly kind: 'unseen'; readonly position: number; readonly character: string }
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
