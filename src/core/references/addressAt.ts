import { tokenAt, type TextToken } from './tokenAt.ts';

const END = /[\s"'`<>()[\]{},;|]/;

/** What an escaped slash, colon or the like begins with; behind other backslashes a word begins. */
const ESCAPED_SIGN = /^\\+(?:\/|u00[23]|x[23])/i;

/** The characters around `offset` that can be one address or path, escaped or not. */
export function addressAt(text: string, offset: number): TextToken {
  return tokenAt(text, offset, (character, at) =>
    character === '\\' ? ESCAPED_SIGN.test(text.slice(at, at + 12)) : !END.test(character),
  );
}
