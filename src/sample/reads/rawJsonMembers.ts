/**
 * The members of a JSON object, or the elements of an array by index, each as the text it was
 * written as. Of a duplicate key the last one counts, as it does for most parsers.
 *
 * @param text valid JSON; anything but an object or an array has no members
 */
export function rawJsonMembers(text: string): ReadonlyMap<string, string> {
  const members = new Map<string, string>();
  let depth = 0;
  let start = 0;
  let key: string | undefined;
  for (const token of text.matchAll(/"(?:[^"\\]|\\.)*"|[{}[\],:]/g)) {
    const [mark] = token;
    const opens = mark === '{' || mark === '[';
    const closes = mark === '}' || mark === ']';
    if (depth === 1 && (mark === ',' || closes)) {
      const value = text.slice(start, token.index).trim();
      if (value !== '') {
        members.set(key ?? String(members.size), value);
      }
      key = undefined;
    } else if (depth === 1 && mark === ':') {
      key = JSON.parse(text.slice(start, token.index)) as string;
    }
    const separates = depth === 1 && (mark === ',' || mark === ':');
    depth += Number(opens) - Number(closes);
    if (separates || (opens && depth === 1)) {
      start = token.index + 1;
    }
  }
  return members;
}
