import type { NamedResource } from '../references/namedResource.ts';
import type { ResourcePrefix } from '../resources/resourceKind.ts';

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
