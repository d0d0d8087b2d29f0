/** How far a placeholder in angle brackets, such as `<condition>`, can reach. */
const MAX_ANGLE_LENGTH = 100;
const ANGLE = new RegExp(`<<?[\\p{L}_][^<>'"\\n]{0,${MAX_ANGLE_LENGTH}}>>?`, 'uy');

/**
 * The placeholders of templates in an expression: `${…}`, `#{…}`, `%{…}`, `{{…}}`, `<%…%>`. All are found
 * in one pass: looking for the end of each would take the square of the time where none ends.
 */
export class Holes {
  readonly #text: string;
  /** By the index of an opening brace: the index of the brace that closes it. */
  readonly #closing = new Map<number, number>();
  #nextPercentEnd = -1;

  constructor(text: string) {
    this.#text = text;
    if (!text.includes('{')) return;
    const open: number[] = [];
    for (const { 0: brace, index } of text.matchAll(/[{}]/g)) {
      if (brace === '{') open.push(index);
      else {
        const start = open.pop();
        if (start !== undefined) this.#closing.set(start, index);
      }
    }
  }

  /** The end of the placeholder that begins at `index`; undefined if none does, or it does not end. */
  endAt(index: number): number | undefined {
    const text = this.#text;
    const [one, two] = [text[index], text[index + 1]];
    if ((one === '$' || one === '#' || one === '%') && two === '{') {
      const close = this.#closing.get(index + 1);
      return close === undefined ? undefined : close + 1;
    }
    if (one === '{' && two === '{') {
      const close = this.#closing.get(index);
      return close !== undefined && text[close - 1] === '}' ? close + 1 : undefined;
    }
    return one === '<' && two === '%' ? this.#percentEnd(index + 2) : undefined;
  }

  /** Whether a placeholder begins at `index` that does not end. */
  isUnclosedAt(index: number): boolean {
    const begins = this.#text.startsWith('${', index) || this.#text.startsWith('{{', index);
    return begins && this.endAt(index) === undefined;
  }

  /** The end of `<condition>` or the like; only where an operand belongs, as elsewhere `<` compares. */
  angleEndAt(index: number): number | undefined {
    ANGLE.lastIndex = index;
    return ANGLE.test(this.#text) ? ANGLE.lastIndex : undefined;
  }

  #percentEnd(from: number): number | undefined {
    if (this.#nextPercentEnd < from && this.#nextPercentEnd !== Infinity) {
      const found = this.#text.indexOf('%>', from);
      this.#nextPercentEnd = found < 0 ? Infinity : found;
    }
    return this.#nextPercentEnd === Infinity ? undefined : this.#nextPercentEnd + 2;
  }
}
