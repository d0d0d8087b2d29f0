/** What a word stands for that is no key. */
type KeywordKind = 'and' | 'or' | 'not' | 'operator' | 'boolean' | 'null';

const KEYWORDS: ReadonlyMap<string, KeywordKind> = new Map([
  ['AND', 'and'],
  ['OR', 'or'],
  ['NOT', 'not'],
  ['HAS', 'operator'],
  ['IN', 'operator'],
  ['CONTAINS', 'operator'],
  ['TRUE', 'boolean'],
  ['FALSE', 'boolean'],
  ['NULL', 'null'],
]);

/** By the length of a keyword: what it begins with. Nearly no key has to be looked up then. */
const KEYWORD_STARTS = ['', '', 'oOiI', 'aAnNhH', 'tTnN', 'fF', '', '', 'cC'];

/** What a word stands for, in any case; undefined for a key. */
export function keywordKind(text: string): KeywordKind | undefined {
  const mayBe = KEYWORD_STARTS[text.length]?.includes(text.charAt(0)) === true;
  return mayBe ? (KEYWORDS.get(text) ?? KEYWORDS.get(text.toUpperCase())) : undefined;
}
