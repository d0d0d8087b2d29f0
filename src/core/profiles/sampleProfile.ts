import type { Profile } from './profile.ts';

/** The id of the built-in profile, which nobody else can have. */
export const SAMPLE_PROFILE_ID = 'sample';

/** Belongs to nobody. It is made as the SIDs of the simulation are, whose account it names. */
const ACCOUNT_SID = 'AC51f0befd787fa2d9e265a564ad3160cb';

/** A Task of the sample that shows why decoding and every digit matter. */
export const sampleTask = {
  workspaceSid: 'WSbb6d56bf747f96b8eeb16aa00e6ef11d',
  taskSid: 'WT328923949248a998db97fdb8d4b53005',
} as const;

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
