import { Placeholders } from './placeholders.ts';

const BLANK = /[\s\ufeff]+/y;
const LINE_COMMENT = /\/\/[^\r\n]*/y;
/** What a scalar, or something in its place, goes on with. */
export const WORD = /(?:[^\s"'{}[\],:/$%]|[$%](?!\{))+/y;

/** A text with a position, which moves over what stands between the values of JSON. */
export class TextReader {
  protected readonly text: string;
  protected readonly anywhere: Placeholders;
  protected at = 0;

  protected constructor(text: string) {
    this.text = text;
    this.anywhere = new Placeholders(text);
  }

  /** What is written on to a placeholder, without a blank, is part of it. */
  protected skipRest(): void {
    for (;;) {
      const end = this.anywhere.endAt(this.at, true);
      if (end !== undefined) this.at = end;
      else if (!this.skip(WORD)) return;
    }
  }

  /** Also the directives of a template, such as `%{ if … }`; whether there was one. */
  protected skipBlanks(): boolean {
    for (let isPlaceholderPassed = false; ; isPlaceholderPassed = true) {
      this.skipComments();
      const isDirective = this.text.charAt(this.at) === '%';
      const end = isDirective ? this.anywhere.endAt(this.at, true) : undefined;
      if (end === undefined) return isPlaceholderPassed;
      this.at = end;
    }
  }

  private skipComments(): void {
    for (;;) {
      if (this.skip(BLANK) || this.skip(LINE_COMMENT)) continue;
      if (!this.text.startsWith('/*', this.at)) return;
      const end = this.text.indexOf('*/', this.at + 2);
      this.at = end < 0 ? this.text.length : end + 2;
    }
  }

  protected skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.at;
    const isThere = pattern.test(this.text);
    if (isThere) this.at = pattern.lastIndex;
    return isThere;
  }
}
