/**
 * Finds a line again after the text of its document is replaced: the nearest line with the same text, or else
 * with the same property, or else the line of the same number, at most the last one.
 */
export function relocateLine(
  line: number,
  before: readonly string[],
  after: readonly string[],
): number {
  const text = before[line] ?? '';
  const property = propertyOf(text);
  return (
    // Does not match empty lines: a document that was empty would otherwise end up at its last line.
    nearest(line, after, (candidate) => text !== '' && candidate === text) ??
    nearest(line, after, (candidate) => property !== '' && propertyOf(candidate) === property) ??
    Math.min(line, Math.max(0, after.length - 1))
  );
}

/** The indentation and key of a line of formatted JSON; empty if it has no key. */
function propertyOf(text: string): string {
  return /^\s*"(?:[^"\\]|\\.)*":/.exec(text)?.[0] ?? '';
}

function nearest(
  line: number,
  lines: readonly string[],
  matches: (text: string) => boolean,
): number | undefined {
  for (let distance = 0; distance < Math.max(lines.length - line, line + 1); distance++) {
    for (const candidate of [line - distance, line + distance]) {
      const text = lines[candidate];
      if (text !== undefined && matches(text)) return candidate;
    }
  }
  return undefined;
}
