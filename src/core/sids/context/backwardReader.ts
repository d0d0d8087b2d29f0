import { isWordCode } from '../scan/scanSids.ts';

/** Returns a test for whether a UTF-16 code unit is one of `characters`, which must be ASCII. */
export function characterSet(characters: string): (code: number) => boolean {
  const isMember = new Uint8Array(128);
  for (const character of characters) isMember[character.charCodeAt(0)] = 1;
  return (code) => isMember[code] === 1;
}

const inNamesToo = characterSet('_$-');
const isSpace = characterSet(' \t\r\n');

/** Reads a text from right to left, at most `reach` characters. */
export class BackwardReader {
  readonly #text: string;
  readonly #limit: number;
  /** The next character to read is at `at - 1`. */
  at: number;

  constructor(text: string, at: number, reach: number) {
    this.#text = text;
    this.at = at;
    this.#limit = Math.max(0, at - reach);
  }

  /** The next character to the left; empty at the end. */
  get next(): string {
    return this.at > this.#limit ? this.#text.charAt(this.at - 1) : '';
  }

  /** Reads and returns the characters that belong to a set. */
  take(belongs: (code: number) => boolean): string {
    const end = this.at;
    while (this.at > this.#limit && belongs(this.#text.charCodeAt(this.at - 1))) this.at--;
    return this.at === end ? '' : this.#text.slice(this.at, end);
  }

  /** Reads up to one of the characters of a set. */
  takeUntil(ends: (code: number) => boolean): string {
    return this.take((code) => !ends(code));
  }

  takeSpace(): string {
    return this.take(isSpace);
  }

  /** Reads `text` if it comes next, and returns whether it did. */
  skip(text: string): boolean {
    const start = this.at - text.length;
    if (start < this.#limit || !this.#text.startsWith(text, start)) return false;
    this.at = start;
    return true;
  }

  /** Reads a name of letters, digits, `_`, `$` and `-`. */
  takeName(): string {
    return this.take((code) => isWordCode(code) || inNamesToo(code));
  }
}
