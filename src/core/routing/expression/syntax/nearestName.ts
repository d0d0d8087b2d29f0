/** How many edits make another name of one, at most. */
const MAX_EDITS = 2;

/** The one name that `text` is likely a slip of; undefined if there is none, or two are as near. */
export function nearestName<Name extends string>(
  text: string,
  names: readonly Name[],
): Name | undefined {
  const most = Math.min(MAX_EDITS, Math.floor(text.length / 3));
  const near = names
    .map((name) => ({ name, edits: editsBetween(text, name, most) }))
    .filter(({ edits }) => edits <= most)
    .sort((one, other) => one.edits - other.edits);
  const [first, second] = near;
  return first === undefined || first.edits === second?.edits ? undefined : first.name;
}

/** Insertions, deletions, changes and swaps of neighbours; more than `most` counts as `most + 1`. */
function editsBetween(one: string, other: string, most: number): number {
  const [a, b] = [one.toLowerCase(), other.toLowerCase()];
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, row] = [[] as number[], Array.from({ length: b.length + 1 }, (_, index) => index)];
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const isSame = a[i - 1] === b[j - 1];
      const isSwap = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (isSame ? 0 : 1),
        isSwap ? (before[j - 2] ?? 0) + 1 : Infinity,
      );
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? most + 1;
}
