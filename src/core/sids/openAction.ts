import { fetchText } from '../references/findReference.ts';
import { findResource } from '../references/namedResource.ts';
import type { ResourcePrefix } from '../resources/resourceKind.ts';
import type { ProfiledResource } from '../resources/resourceReference.ts';
import type { SidFinding } from './scan/sidCandidate.ts';
import type { OpenAction } from './sidAction.ts';

/**
 * How to open the document of what a SID names; nothing if it has none, or could only be asked of
 * another host than is meant.
 *
 * @param line that the SID stands in, its offset being its place there
 * @param home the resource whose document it stands in, if that is one
 */
export function openAction(
  { prefix, text: sid, offset }: SidFinding,
  line: string,
  home: ProfiledResource | undefined,
): OpenAction | undefined {
  const profile = home?.profileId;
  if (prefix === 'WT') {
    const text = fetchText(line, offset);
    if (text === undefined) return undefined;
    return {
      kind: 'fetch',
      argument: profile === undefined ? text : { taskSid: text, profile },
    };
  }
  const named = findResource(line, offset, sid);
  if (named === undefined) return undefined;
  // All that a document names is likely to be of its Workspace.
  const near = named.workspaceSid === undefined && home !== undefined;
  return {
    kind: 'open',
    prefix: prefix as ResourcePrefix,
    argument: {
      ...(near && { nearbyWorkspaceSid: home.workspaceSid }),
      ...named,
      ...(profile !== undefined && { profile }),
    },
  };
}
