import { resourceKinds } from '../../tasks/resourceKind.ts';

/** The prefixes of TaskRouter's own SIDs; the only other one is that of Worker Channels, without a document. */
const prefixes: ReadonlySet<string> = new Set([...Object.keys(resourceKinds), 'WC']);

/**
 * Whether the SID at `offset` is one of TaskRouter's. Where a name alone is not enough to tell what
 * belongs there, as `queue` may be Voice's, too, a SID of another product shows that it is another place.
 */
export function isTaskRouterSid(text: string, offset: number): boolean {
  return prefixes.has(text.slice(offset, offset + 2).toUpperCase());
}
