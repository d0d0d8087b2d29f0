import { fetchArgumentAt } from '../references/findReference.ts';
import { findResource, type NamedResource } from '../references/namedResource.ts';
import type { ResourcePrefix } from '../resources/resourceKind.ts';
import type { ProfiledResource } from '../resources/resourceReference.ts';
import type { SidMatch } from '../sids/scan/sidCandidate.ts';
import { isSearchable } from '../tasks/searchExpression.ts';

/** What can be done with a SID where it stands. */
export type SidAction =
  | OpenAction
  /** The Tasks whose attributes name a call, a conversation or the like. */
  | { readonly kind: 'find'; readonly sid: string }
  | { readonly kind: 'copy'; readonly sid: string };

/** Showing the document of what a SID names. */
export type OpenAction =
  /** `argument` is one of Fetch TaskRouter Task: a text, or a Task with the profile to read it with. */
  | { readonly kind: 'fetch'; readonly argument: string | TaskOfProfile }
  /** Another resource of TaskRouter has a document as well. */
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
  /** Absent where the active profile is to be asked. */
  readonly profile?: string;
}

/**
 * How to open the document of what a SID names; nothing if it has none, or could only be asked of
 * another host than is meant.
 *
 * @param line that the SID stands in, its offset being its place there
 * @param home the resource whose document it stands in, if that is one
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

/**
 * What can be done with a SID; nothing with what is none.
 *
 * @param line that it stands in, `found.offset` being its place there
 * @param home the resource whose document it stands in, if that is one
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
