import { isTaskRouterPrefix } from '../../resources/resourceKind.ts';

/** How many characters after a SID can determine its context. */
export const MAX_CHARS_AFTER_SID = 64;

/** A place in a text where only SIDs of certain kinds are expected. */
export interface SidContext {
  /**
   * `path`: after a collection in a path of TaskRouter's API. `call`: argument of a method of Twilio's
   * helper libraries. `key`: value of a key or variable. `field`: value in an answer of TaskRouter.
   */
  readonly kind: 'path' | 'call' | 'key' | 'field';
  /** As in the text, such as `workspace_sid`: ASCII letters, digits, `_`, `-` and `$`. */
  readonly name: string;
  /** The expected prefixes, the usual one first. */
  readonly expected: readonly string[];
}

/**
 * Whether the SID at `offset` is one of TaskRouter's. If a name is ambiguous, as `queue` is also used in
 * Voice, a SID of another product means that the name belongs to that product.
 */
export function isTaskRouterSid(text: string, offset: number): boolean {
  return isTaskRouterPrefix(text.slice(offset, offset + 2).toUpperCase());
}
