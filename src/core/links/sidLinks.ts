import type { Profile } from '../profiles/profile.ts';
import { addressAt } from '../references/plainNotation.ts';
import { addressAround, statedHost } from '../references/statedHost.ts';
import { ownSid, type ProfiledResource } from '../resources/resourceReference.ts';
import { findSidsInContext } from '../sids/context/sidsInContext.ts';
import type { SidMatch } from '../sids/scan/sidCandidate.ts';
import { isSameSid } from '../sids/sid.ts';
import { resourceOfApiUrl } from '../taskrouter/resourceUrl.ts';
import { openAction, type OpenAction } from './sidAction.ts';

/** A part of a text that links to a document. */
export interface SidLink {
  readonly offset: number;
  readonly length: number;
  readonly found: SidMatch;
  readonly action: OpenAction;
}

/** The document that contains a text. */
export interface SourceDocument {
  readonly resource: ProfiledResource;
  readonly profile: Pick<Profile, 'apiBaseUrl'>;
}

/** How much of a line is read on either side of a SID. */
const MAX_CONTEXT_CHARS = 2000;

/** Only the first SIDs of a text become links. */
const MAX_LINKS = 5000;

/**
 * Finds the SIDs that can be opened as a document, and whole URLs of the API that lead to one. VS Code already
 * makes links of other URLs.
 *
 * @param home a SID of its own resource is not a link, and only URLs of its profile's host are
 */
export function findSidLinks(text: string, home?: SourceDocument): readonly SidLink[] {
  const links: SidLink[] = [];
  let left = MAX_LINKS;
  for (const found of findSidsInContext(text)) {
    if (found.kind !== 'sid') continue;
    if (left-- === 0) break;
    const range = linkedRange(text, found, home);
    const action = range && actionAt(text, found, home?.resource);
    if (range !== undefined && action !== undefined) links.push({ ...range, found, action });
  }
  return links;
}

function linkedRange(text: string, found: SidMatch, home: SourceDocument | undefined) {
  const { offset, text: sid } = found;
  const end = offset + sid.length;
  const address = addressAt(text, offset);
  const scheme = address.text.search(/https?:\/\//i);
  if (scheme < 0) {
    const isOwn = home !== undefined && isSameSid(sid, ownSid(home.resource));
    return isOwn ? undefined : { offset, length: sid.length };
  }
  const start = address.offset + scheme;
  const rest = text.slice(end, address.offset + address.text.length);
  // Text after the SID means another resource, except for punctuation.
  if (start > offset || !/^[.:!?]*$/.test(rest)) return undefined;
  const url = text.slice(start, end);
  const leads =
    home === undefined
      ? statedHost(addressAround(text, offset, sid.length)).apiOrigin !== undefined
      : resourceOfApiUrl(url, home.profile) !== undefined;
  return leads ? { offset: start, length: url.length } : undefined;
}

function actionAt(text: string, found: SidMatch, home: ProfiledResource | undefined) {
  const first = Math.max(0, found.offset - MAX_CONTEXT_CHARS);
  const start = first + text.slice(first, found.offset).lastIndexOf('\n') + 1;
  const [line = ''] = text.slice(start, found.offset + MAX_CONTEXT_CHARS).split('\n', 1);
  return openAction({ ...found, offset: found.offset - start }, line, home);
}
