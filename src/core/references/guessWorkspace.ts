import { findSids } from '../sids/scan/scanSids.ts';

/** A Workspace SID that stands near a Task SID, and may well be its own. */
export interface NearbyWorkspace {
  readonly workspaceSid: string;
  readonly where: 'line' | 'document';
}

/** The Workspace SID of the same line as `offset`, else of the whole text, nearest first. */
export function guessWorkspace(text: string, offset: number): NearbyWorkspace | undefined {
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1;
  const lineEnd = text.indexOf('\n', offset);
  const line = text.slice(lineStart, lineEnd < 0 ? text.length : lineEnd);

  const inLine = nearestSid(line, offset - lineStart, 'WS');
  if (inLine !== undefined) return { workspaceSid: inLine, where: 'line' };
  const inText = nearestSid(text, offset, 'WS');
  return inText === undefined ? undefined : { workspaceSid: inText, where: 'document' };
}

/** The SID of a kind that is nearest to a place in a text. */
export function nearestSid(text: string, offset: number, prefix: string): string | undefined {
  let best: string | undefined;
  let distance = Infinity;
  for (const found of findSids(text, prefix)) {
    const away = Math.abs(found.offset - offset);
    if (away < distance) {
      best = found.text;
      distance = away;
    }
  }
  return best;
}
