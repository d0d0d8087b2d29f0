/**
 * Where a line of a document is after its text was replaced: at the same place if it stands there
 * still, else the nearest line that is alike, by its text or at least by the property that it holds;
 * else the same place, as far as the new text goes.
 */
export function relocateLine(
  line: number,
  before: readonly string[],
  after: readonly string[],
): number {
  const text = before[line] ?? '';
  const property = propertyOf(text);
  return (
    // An empty line is no place of its own: a document that was empty would be left at its end.
    nearest(line, after, (candidate) => text !== '' && candidate === text) ??
    nearest(line, after, (candidate) => property !== '' && propertyOf(candidate) === property) ??
    Math.min(line, Math.max(0, after.length - 1))
  );
}

/** The indentation and key that a line of printed JSON begins with. */
function propertyOf(text: string): string {
  return /^\s*"(?:[^"\\]|\\.)*":/.exec(text)?.[0] ?? '';
}

function nearest(
  line: number,
  lines: readonly string[],
  matches: (text: string) => boolean,
): number | undefined {
  for (let away = 0; away < Math.max(lines.length - line, line + 1); away++) {
    for (const candidate of [line - away, line + away]) {
      const text = lines[candidate];
      if (text !== undefined && matches(text)) return candidate;
    }
  }
  return undefined;
}
