import { isTaskRouterPrefix } from '../../resources/resourceKind.ts';

/**
 * Whether the SID at `offset` is one of TaskRouter's. Where a name alone is not enough to tell what
 * belongs there, as `queue` may be Voice's, too, a SID of another product shows that it is another place.
 */
export function isTaskRouterSid(text: string, offset: number): boolean {
  return isTaskRouterPrefix(text.slice(offset, offset + 2).toUpperCase());
}
