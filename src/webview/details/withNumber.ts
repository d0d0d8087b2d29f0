/** Fills a number into words that have a place for it. */
export function withNumber(words: string, count: number): string {
  return words.replace('{0}', String(count));
}
