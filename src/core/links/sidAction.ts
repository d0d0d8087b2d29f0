import { fetchArgumentAt } from '../references/findReference.ts';
import { findResource, type NamedResource } from '../references/namedResource.ts';
import type { ResourcePrefix } from '../resources/resourceKind.ts';
import type { ProfiledResource } from '../resources/resourceReference.ts';
import type { SidMatch } from '../sids/scan/sidCandidate.ts';
import { isSearchable } from '../tasks/search/searchExpression.ts';

/** An action that is available for a SID in a text. */
export type SidAction =
  | OpenAction
  /** Finds the Tasks whose attributes contain the SID, such as that of a call or a conversation. */
  | { readonly kind: 'find'; readonly sid: string }
  | { readonly kind: 'copy'; readonly sid: string };

/** Opens the document of the resource that a SID identifies. */
export type OpenAction =
  /** `argument` is that of Fetch TaskRouter Task: a text, or a Task with its profile. */
  | { readonly kind: 'fetch'; readonly argument: string | TaskOfProfile }
  /** For any other resource of TaskRouter. */
  | {
      readonly kind: 'open';
      readonly prefix: ResourcePrefix;
      readonly argument: ResourceOfProfile;
    };

interface TaskOfProfile {
  readonly taskSid: string;
  readonly profile: string;
}

interface ResourceOfProfile extends NamedResource {
  /** Absent to use the active profile. */
  readonly profile?: string;
}

/**
 * The action that opens the document of a SID's resource. Returns `undefined` if it has none, or the text does
 * not state all the SIDs that are needed.
 *
 * @param line the line with the SID, which the offset refers to
 * @param home the resource of the document that contains the line, if there is one
 */
export function openAction(
  { prefix, text: sid, offset }: SidMatch,
  line: string,
  home: ProfiledResource | undefined,
): OpenAction | undefined {
  const profile = home?.profileId;
  if (prefix === 'WT') {
    const text = fetchArgumentAt(line, offset);
    if (text === undefined) return undefined;
    return {
      kind: 'fetch',
      argument: profile === undefined ? text : { taskSid: text, profile },
    };
  }
  const named = findResource(line, offset, sid);
  if (named === undefined) return undefined;
  // The resources in a document are probably of the same Workspace.
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

/**
 * The actions for a SID; empty for a placeholder or a malformed one.
 *
 * @param line the line with the SID, which `found.offset` refers to
 * @param home the resource of the document that contains the line, if there is one
 */
export function sidActions(
  found: SidMatch,
  line: string,
  home: ProfiledResource | undefined,
): readonly SidAction[] {
  if (found.kind !== 'sid') return [];
  const open = openAction(found, line, home);
  return [
    ...(open === undefined ? [] : [open]),
    ...(isSearchable(found.prefix) ? [{ kind: 'find', sid: found.text } as const] : []),
    { kind: 'copy', sid: found.text },
  ];
}
