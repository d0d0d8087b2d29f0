/** What can be done with a SID where it stands. */
export type SidAction =
  /** `argument` is one of Fetch TaskRouter Task: a text, or a Task with the profile to read it with. */
  | { readonly kind: 'fetch'; readonly argument: string | TaskOfProfile }
  | { readonly kind: 'copy'; readonly sid: string };

interface TaskOfProfile {
  readonly taskSid: string;
  readonly profile: string;
}
