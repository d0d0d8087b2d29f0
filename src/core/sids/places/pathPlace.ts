import { Backwards } from './backwards.ts';
import { characterSet } from './characterSet.ts';
import { expectedIn } from './collections.ts';
import type { SidPlace } from './sidPlace.ts';

/** Longer segments are no part of an API path. */
const REACH = 256;

const endsSegment = characterSet('/ \t\r\n"\'`<>?#|');

/** The place at `offset` if it is that of a SID in a path, as in `/Workspaces/WS…/Tasks/WT…`. */
export function pathPlace(text: string, offset: number): SidPlace | undefined {
  const reader = new Backwards(text, offset, REACH);
  const collection = segmentBefore(reader);
  if (collection === undefined || !/^[\w-]+$/.test(collection)) return undefined;
  const owner = segmentBefore(reader);
  const parent = owner === undefined ? undefined : segmentBefore(reader);
  const expected = expectedIn(collection, parent);
  return expected && { kind: 'path', name: collection, expected };
}

/** The segment before the next slash; a path can begin with it. */
function segmentBefore(reader: Backwards): string | undefined {
  if (!reader.skip('/')) return undefined;
  const segment = reader.takeUntil(endsSegment);
  return segment === '' ? undefined : segment;
}
