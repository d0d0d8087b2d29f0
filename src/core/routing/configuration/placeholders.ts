/** Before its end there is nothing else that braces or quotes could be part of. */
const MUSTACHE = /\{\{\{[^{}"\r\n]*\}\}\}|\{\{[^{}"\r\n]*\}\}/y;
const PLAIN = /[^"\\{}\r\n]+/y;
const QUOTED = /"(?:[^"\\\r\n]|\\.)*"/y;

/**
 * Finds where the placeholders of templates end: `${…}` of Terraform, JavaScript and others, `%{…}` of
 * Terraform, `#{…}` of Ruby, `{{…}}` of Mustache, Jinja and others. Linear in the text, however many never end, if it
 * is asked from left to right.
 */
export class Placeholders {
  readonly #text: string;
  /** Up to where a placeholder was looked for that does not end. */
  #unended = 0;

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * The offset after the placeholder that begins at `offset`; undefined if none does.
   *
   * @param acrossLines whether it may take more than one line, as it does outside of a string
   */
  endAt(offset: number, acrossLines: boolean): number | undefined {
    const text = this.#text;
    const first = text.charAt(offset);
    if (first === '{') {
      MUSTACHE.lastIndex = offset;
      return MUSTACHE.test(text) ? MUSTACHE.lastIndex : undefined;
    }
    if (first === '' || !'$%#'.includes(first) || text.charAt(offset + 1) !== '{') return undefined;
    if (offset < this.#unended) return undefined;
    let depth = 0;
    let at = offset + 1;
    while (at < text.length) {
      const sign = text.charAt(at);
      if (sign === '{') depth += 1;
      else if (sign === '}') {
        depth -= 1;
        if (depth === 0) return at + 1;
      } else if (sign === '\\') at += 1;
      else if (sign === '\n' || sign === '\r') {
        if (!acrossLines) break;
      } else {
        // A quote that does not end is a character like any other.
        const pattern = sign === '"' ? QUOTED : PLAIN;
        pattern.lastIndex = at;
        if (pattern.test(text)) {
          at = pattern.lastIndex;
          continue;
        }
      }
      at += 1;
    }
    this.#unended = at;
    return undefined;
  }
}

/** Whether a part of a text is not known until a template is filled in. */
export function hasPlaceholder(text: string): boolean {
  return /[$#%]\{|\{\{|<%/.test(text);
}
