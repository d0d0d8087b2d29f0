/**
 * Puts parts, such as nodes, in place of `{0}`, `{1}` … of a text. Only the first of each counts, as data in the
 * text may look like one.
 */
export function fillIn<Part>(text: string, ...given: readonly Part[]): (Part | string)[] {
  const isFilled = new Set<string>();
  const parts: (Part | string)[] = [];
  let from = 0;
  for (const { 0: placeholder, 1: number = '', index } of text.matchAll(/\{(\d)\}/g)) {
    const part = given[Number(number)];
    if (part === undefined || isFilled.has(number)) continue;
    isFilled.add(number);
    parts.push(text.slice(from, index), part);
    from = index + placeholder.length;
  }
  return [...parts, text.slice(from)].filter((part) => part !== '');
}
