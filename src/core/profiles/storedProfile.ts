/** What is kept of a profile beside its secret: how it was described, not what follows from that. */
export interface StoredProfile {
  /** See `newProfileId`; made of the name where an earlier version added it. */
  readonly id: string;
  readonly name: string;
  /** `SK…` or `AC…`. */
  readonly sid: string;
  /** Of the key's account, if an answer told. */
  readonly accountSid?: string;
  readonly place: ProfilePlace;
  /** The id that an earlier version made of the name, by which tabs and pins of then are named. */
  readonly formerId?: string;
}

/** Where a profile reads from: Twilio, by region and edge, both empty for US1; or somewhere else. */
export type ProfilePlace =
  { readonly region: string; readonly edge: string } | { readonly baseUrl: string };
