import { WHOLE_SID } from '../resources/sidPattern.ts';

/** Whether a value is a well-formed SID with a prefix, or with any prefix if `prefix` is empty. */
export function isSidOf(value: unknown, prefix: string): value is string {
  return typeof value === 'string' && WHOLE_SID.test(value) && value.startsWith(prefix);
}

/** Whether two SIDs identify the same resource: the case of hex digits does not matter. */
export function isSameSid(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

/** Shortens a SID to its prefix and its last digits: `WT…3f9c2a71`. */
export function shortenSid(sid: string): string {
  return `${sid.slice(0, 2)}…${sid.slice(-8)}`;
}
