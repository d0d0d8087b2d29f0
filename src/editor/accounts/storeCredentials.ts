import { isRandomId } from '../../core/profiles/profile.ts';
import type { StoredProfile } from '../../core/profiles/storedProfile.ts';
import type { GivenCredentials } from './credentialFlow.ts';
import { findStored } from './findStored.ts';
import { keepSecret, keepTakenOver, type KeptSecret } from './keepSecret.ts';
import type { Profiles } from './profiles.ts';

/** A profile, and where its secret is. */
export interface StoreOutcome {
  readonly profile: StoredProfile;
  readonly kept: KeptSecret;
}

/**
 * Stores given credentials, as the new secret of the profile that has them already, if there is one.
 * The profile stays even if its secret cannot be kept, so that one step gives it again.
 */
export async function storeCredentials(
  given: GivenCredentials,
  profiles: Profiles,
): Promise<StoreOutcome> {
  const { secret, name, sid, accountSid, place } = given;
  const account = accountSid === undefined ? {} : { accountSid };
  const same = findStored(given, profiles);
  if (same !== undefined) await profiles.change(same.id, account);
  if (same !== undefined && !isRandomId(same.id)) {
    const { profile = same, kept } = await keepTakenOver(same, secret, profiles);
    return { profile, kept };
  }
  const profile = same ?? (await profiles.add({ name, sid, place, ...account }));
  return { profile, kept: await keepSecret(profile, secret, profiles) };
}
