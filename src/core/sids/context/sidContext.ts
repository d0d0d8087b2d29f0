import { isTaskRouterPrefix } from '../../resources/resourceKind.ts';

/** How many characters behind a SID can say what belongs there, or that it is one. */
export const MAX_CHARS_AFTER_SID = 64;

/** A place in a text where SIDs of certain kinds belong, and no others. */
export interface SidContext {
  /**
   * `path`: behind a collection in a path of TaskRouter's API. `call`: argument of a method of Twilio's
   * helper libraries. `key`: value of a key or variable. `field`: value in an answer of TaskRouter.
   */
  readonly kind: 'path' | 'call' | 'key' | 'field';
  /** As it stands there, such as `workspace_sid`: letters, digits, `_`, `-` and `$` of ASCII. */
  readonly name: string;
  /** Prefixes, the usual one first. */
  readonly expected: readonly string[];
}

/**
 * Whether the SID at `offset` is one of TaskRouter's. Where a name alone is not enough to tell what
 * belongs there, as `queue` may be Voice's, too, a SID of another product shows that it is another place.
 */
export function isTaskRouterSid(text: string, offset: number): boolean {
  return isTaskRouterPrefix(text.slice(offset, offset + 2).toUpperCase());
}
