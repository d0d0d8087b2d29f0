import type { ProfilePlace } from './storedProfile.ts';

/** Credentials that somebody is about to give: nothing of them is stored yet. */
export interface CredentialDraft {
  /** `SK…` or `AC…`. */
  readonly sid: string;
  readonly secret: string;
  readonly place: ProfilePlace;
}
