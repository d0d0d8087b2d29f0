import { Backwards } from './backwards.ts';
import { characterSet } from './characterSet.ts';
import { expectedIn } from './collections.ts';
import type { SidPlace } from './sidPlace.ts';

/** Longer segments are no part of an API path. */
const REACH = 256;

const ends = '/ \t\r\n"\'`<>?#|';
/** By what parts the segments: names of topics and channels have dots, as `workers.WK…`. */
const endsSegment = { '/': characterSet(ends), '.': characterSet(`${ends}.`) } as const;

type Separator = keyof typeof endsSegment;

/** The place at `offset` if it is that of a SID in a path, as in `/Workspaces/WS…/Tasks/WT…`. */
export function pathPlace(
  text: string,
  offset: number,
  separator: Separator,
): SidPlace | undefined {
  const reader = new Backwards(text, offset, REACH);
  const collection = segmentBefore(reader, separator);
  if (collection === undefined || !/^[\w-]+$/.test(collection)) return undefined;
  const owner = segmentBefore(reader, separator);
  const parent = owner === undefined ? undefined : segmentBefore(reader, separator);
  const expected = expectedIn(collection, parent);
  return expected && { kind: 'path', name: collection, expected };
}

/** The segment before the next separator; a path can begin with it. */
function segmentBefore(reader: Backwards, separator: Separator): string | undefined {
  if (!reader.skip(separator)) return undefined;
  // JSON may escape a slash, and PHP's does.
  if (separator === '/') reader.skip('\\');
  const segment = reader.takeUntil(endsSegment[separator]);
  return segment === '' ? undefined : segment;
}
