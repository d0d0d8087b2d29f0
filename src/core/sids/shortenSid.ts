/** A SID in few characters: `WT…3f9c2a71`. Its end tells SIDs apart better than its beginning. */
export function shortenSid(sid: string): string {
  return `${sid.slice(0, 2)}…${sid.slice(-8)}`;
}
