import { tokenAt, type TextToken } from './tokenAt.ts';

const END = /[\s"'`<>()[\]{},;|\\]/;

/** The characters around `offset` that can be one address or path. */
export function addressAt(text: string, offset: number): TextToken {
  return tokenAt(text, offset, (character) => !END.test(character));
}
