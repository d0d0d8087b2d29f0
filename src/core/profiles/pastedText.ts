/** What nobody sees: control and format characters, variation selectors, fillers. */
const UNSEEN = /[\p{Default_Ignorable_Code_Point}\p{Cc}\p{Cf}]/gu;

/** What is copied along from code, a table or a chat: quotes, brackets and the ends of a list. */
const START = /^[\s"'`´‘’‚‛“”„‟«»‹›「」『』＂＇([{<,;:=]+/u;
const END = /[\s"'`´‘’‚‛“”„‟«»‹›「」『』＂＇)\]}>,;:.]+$/u;

const QUOTED = [
  /^"[^"]*"$/,
  /^'[^']*'$/,
  /^`[^`]*`$/,
  /^“[^“”]*”$/,
  /^„[^„“”]*[“”]$/,
  /^‘[^‘’]*’$/,
  /^«[^«»]*»$/,
];

/**
 * A SID or a secret as it was meant: without what cannot be seen, and without what stands around it
 * where it was copied. Twilio makes both of ASCII letters and digits, so that none of this is part of
 * one; what stands within stays, to be complained about.
 */
export function pastedText(text: string): string {
  // A line break that cannot be seen any more is still no part of a word.
  const seen = text.replace(/[\t\n\r]/g, ' ').replace(UNSEEN, '');
  return seen.replace(START, '').replace(END, '');
}

/**
 * A secret as it was meant. A mock or a proxy can have one of any characters: brackets and signs stay,
 * and quotes go only as a pair around it.
 */
export function pastedSecret(text: string): string {
  const seen = text
    .replace(/[\t\n\r]/g, ' ')
    .replace(UNSEEN, '')
    .trim();
  const plain = seen.replace(/[\s,;]+$/u, '');
  const pair = QUOTED.find((quoted) => quoted.test(plain));
  return pair === undefined ? plain : plain.slice(1, -1).trim();
}
