import type { Profile } from './profile.ts';

/** The id of the built-in profile, which nobody else can have. */
export const SAMPLE_PROFILE_ID = 'sample';

/** Belongs to nobody. It is made as the SIDs of the simulation are, whose account it names. */
const ACCOUNT_SID = 'AC51f0befd787fa2d9e265a564ad3160cb';

/**
 * The profile of the built-in Workspaces, which need no account and no network. Its host cannot exist
 * (`.invalid`, RFC 2606): addresses in its answers lead to its own documents, and nothing can be sent
 * there.
 *
 * @param name in the user's display language
 */
export function sampleProfile(name: string): Profile {
  return {
    id: SAMPLE_PROFILE_ID,
    name,
    origin: 'sample',
    sid: ACCOUNT_SID,
    accountSid: ACCOUNT_SID,
    apiBaseUrl: 'https://taskrouter.sample.invalid',
  };
}
