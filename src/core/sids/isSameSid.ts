/** Whether two SIDs are of the same resource: hex digits mean the same in either case. */
export function isSameSid(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}
