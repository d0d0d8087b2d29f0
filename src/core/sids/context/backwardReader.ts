import { isWordCode } from '../scan/scanSids.ts';

/** Tells by its UTF-16 code unit whether a character is one of these, which are of ASCII. */
export function characterSet(characters: string): (code: number) => boolean {
  const isMember = new Uint8Array(128);
  for (const character of characters) isMember[character.charCodeAt(0)] = 1;
  return (code) => isMember[code] === 1;
}

const inNamesToo = characterSet('_$-');
const isSpace = characterSet(' \t\r\n');

/** Reads a text from right to left; never farther than `reach` characters. */
export class BackwardReader {
  readonly #text: string;
  readonly #limit: number;
  /** Index behind the next character to be read. */
  at: number;

  constructor(text: string, at: number, reach: number) {
    this.#text = text;
    this.at = at;
    this.#limit = Math.max(0, at - reach);
  }

  /** The next character, which is the one to the left; empty at the end. */
  get next(): string {
    return this.at > this.#limit ? this.#text.charAt(this.at - 1) : '';
  }

  /** Reads the characters that belong to a set; what they are. */
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

  /** Reads `text` if it comes next; whether it did. */
  skip(text: string): boolean {
    const start = this.at - text.length;
    if (start < this.#limit || !this.#text.startsWith(text, start)) return false;
    this.at = start;
    return true;
  }

  /** The name that ends here: letters, digits, `_`, `$` and `-`. */
  takeName(): string {
    return this.take((code) => isWordCode(code) || inNamesToo(code));
  }
}
