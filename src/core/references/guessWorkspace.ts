import { findSids } from '../sids/findSids.ts';

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

  const inLine = nearest(line, offset - lineStart);
  if (inLine !== undefined) return { workspaceSid: inLine, where: 'line' };
  const inText = nearest(text, offset);
  return inText === undefined ? undefined : { workspaceSid: inText, where: 'document' };
}

function nearest(text: string, offset: number): string | undefined {
  let best: string | undefined;
  let distance = Infinity;
  for (const found of findSids(text, 'WS')) {
    const away = Math.abs(found.offset - offset);
    if (away < distance) {
      best = found.text;
      distance = away;
    }
  }
  return best;
}
