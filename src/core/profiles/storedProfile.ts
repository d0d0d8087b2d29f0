/** What is kept of a profile beside its secret: how it was described, not what follows from that. */
export interface StoredProfile {
  readonly id: string;
  readonly name: string;
  /** `SK…` or `AC…`. */
  readonly sid: string;
  /** Of the key's account, if an answer told. */
  readonly accountSid?: string;
  readonly place: ProfilePlace;
}

/** Where a profile reads from: Twilio, by region and edge, both empty for US1; or somewhere else. */
export type ProfilePlace =
  { readonly region: string; readonly edge: string } | { readonly baseUrl: string };
