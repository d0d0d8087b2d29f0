/** A well-formed SID in a text. */
export interface FoundSid {
  readonly sid: string;
  /** Index of its first letter, in UTF-16 code units. */
  readonly offset: number;
}

/** Every well-formed SID with this prefix that no letter or digit touches, in the order of the text. */
export function findSids(text: string, prefix: string): FoundSid[] {
  const pattern = new RegExp(`(?<![0-9A-Za-z])${prefix}[0-9a-fA-F]{32}(?![0-9A-Za-z])`, 'g');
  return Array.from(text.matchAll(pattern), (match) => ({ sid: match[0], offset: match.index }));
}
