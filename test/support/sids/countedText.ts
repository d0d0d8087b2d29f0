/**
 * A text that counts how many of its characters are read, the same number on every machine. It supports the methods
 * that read at a position; other methods, and regular expressions, throw.
 */
export class CountedText {
  readonly #text: string;
  #read = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /** To pass to a function that takes a string. */
  get asString(): string {
    return this as unknown as string;
  }

  /** The number of characters read since the last call. */
  takeCount(): number {
    const read = this.#read;
    this.#read = 0;
    return read;
  }

  get length(): number {
    return this.#text.length;
  }

  charCodeAt(index: number): number {
    this.#read++;
    return this.#text.charCodeAt(index);
  }

  codePointAt(index: number): number | undefined {
    this.#read += 2;
    return this.#text.codePointAt(index);
  }

  charAt(index: number): string {
    this.#read++;
    return this.#text.charAt(index);
  }

  startsWith(searched: string, position: number): boolean {
    this.#read += searched.length;
    return this.#text.startsWith(searched, position);
  }

  slice(start: number, end: number): string {
    const part = this.#text.slice(start, end);
    this.#read += part.length;
    return part;
  }

  toString(): string {
    throw new Error('The whole text is read');
  }
}
