import { sidPrefixes } from './sidPrefixes.ts';

const KEY_ROWS = ['QWERTYUIOP', 'ASDFGHJKL', 'ZXCVBNM'];

/** What users of this extension meet, the most likely first; all others follow by the alphabet. */
const USUAL = 'WS WT WQ WW WK WA WR TC WC EV AC SK CA CF CH IM MB SM MM MG PN FW'.split(' ');

const KNOWN_BY_USE = [...sidPrefixes.keys()].sort(byUse);

/** More would be a list to search, not a hint. */
const AT_MOST = 3;

/**
 * The known prefixes that a mistyped one most likely meant, the likeliest first; at most three and
 * perhaps none. Two letters swapped or a neighbouring key are likelier than any other letter.
 */
export function nearestPrefixes(prefix: string): string[] {
  if (prefix.length !== 2) return [];
  const slips: string[] = [];
  const others: string[] = [];
  for (const known of KNOWN_BY_USE) {
    const distance = distanceOf(prefix.toUpperCase(), known);
    if (distance === 'slip') slips.push(known);
    if (distance === 'letter') others.push(known);
  }
  return [...slips, ...others].slice(0, AT_MOST);
}

function byUse(left: string, right: string): number {
  return rankOf(left) - rankOf(right) || (left < right ? -1 : 1);
}

function rankOf(prefix: string): number {
  const rank = USUAL.indexOf(prefix);
  return rank < 0 ? USUAL.length : rank;
}

/** `slip`: swapped, or a neighbouring key; `letter`: one letter is another one. */
function distanceOf(typed: string, known: string): 'slip' | 'letter' | undefined {
  const [first = '', second = ''] = typed;
  const [knownFirst = '', knownSecond = ''] = known;
  if (first === knownSecond && second === knownFirst) return 'slip';
  if (first === knownFirst) return areNeighbours(second, knownSecond) ? 'slip' : 'letter';
  if (second === knownSecond) return areNeighbours(first, knownFirst) ? 'slip' : 'letter';
  return undefined;
}

function areNeighbours(key: string, other: string): boolean {
  const [row, column] = placeOf(key);
  const [otherRow, otherColumn] = placeOf(other);
  return Math.abs(row - otherRow) <= 1 && Math.abs(column - otherColumn) <= 1;
}

/** Row and column of a key, whose row is half a column to the right of the one above. */
function placeOf(key: string): [row: number, column: number] {
  const row = KEY_ROWS.findIndex((keys) => keys.includes(key));
  return row < 0 ? [NaN, NaN] : [row, (KEY_ROWS[row]?.indexOf(key) ?? 0) + row / 2];
}
