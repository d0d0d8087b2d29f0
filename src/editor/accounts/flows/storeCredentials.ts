import { l10n, window } from 'vscode';
import type { CredentialDraft } from '../../../core/profiles/credentials.ts';
import { isRandomId } from '../../../core/profiles/profile.ts';
import {
  endpointHosts,
  type Endpoint,
  type StoredProfile,
} from '../../../core/profiles/storedProfile.ts';
import type { Profiles } from '../profiles.ts';
import type { GivenCredentials } from './credentialFlow.ts';

/** A profile, and where its secret is stored. */
export interface StoreOutcome {
  readonly profile: StoredProfile;
  readonly kept: SecretLocation;
}

/**
 * Stores credentials, as the new secret of the profile that already has them, if any. The profile
 * is stored even if its secret cannot be, so that the user only has to enter the secret again.
 */
export async function storeCredentials(
  given: GivenCredentials,
  profiles: Profiles,
): Promise<StoreOutcome> {
  const { secret, name, sid, accountSid, place } = given;
  const account = accountSid === undefined ? {} : { accountSid };
  const same = findStoredProfile(given, profiles);
  if (same !== undefined) await profiles.change(same.id, account);
  if (same !== undefined && !isRandomId(same.id)) {
    const { profile = same, kept } = await storeMigratedSecret(same, secret, profiles);
    return { profile, kept };
  }
  const profile = same ?? (await profiles.add({ name, sid, place, ...account }));
  return { profile, kept: await storeSecret(profile, secret, profiles) };
}

/** The stored profile with this SID at this endpoint. */
export function findStoredProfile(
  { sid, place }: Pick<CredentialDraft, 'sid' | 'place'>,
  profiles: Profiles,
): StoredProfile | undefined {
  return profiles
    .stored()
    .find((stored) => stored.sid === sid && isSameEndpoint(stored.place, place));
}

/** Different descriptions may mean the same host. */
function isSameEndpoint(one: Endpoint, other: Endpoint): boolean {
  const hosts = endpointHosts(one);
  return hosts !== undefined && hosts.apiBaseUrl === endpointHosts(other)?.apiBaseUrl;
}

/** In VS Code's secret storage, in this window's memory, or nowhere. */
type SecretLocation = 'stored' | 'session' | 'nowhere';

/** Stores a profile's secret, and asks the user what to do if VS Code cannot. */
export async function storeSecret(
  { id, name }: StoredProfile,
  secret: string,
  profiles: Profiles,
): Promise<SecretLocation> {
  for (;;) {
    if (await profiles.secrets.keep(id, secret)) return 'stored';
    const choice = await askWhereToStore(name);
    if (choice === 'session') profiles.secrets.keepForSession(id, secret);
    if (choice !== 'again') return choice;
  }
}

/**
 * Migrates a profile of an earlier version, with a secret that was verified or typed.
 *
 * @returns the profile, if it still exists, and where its secret is stored
 */
export async function storeMigratedSecret(
  { id, name }: StoredProfile,
  secret: string,
  profiles: Profiles,
): Promise<{ readonly profile: StoredProfile | undefined; readonly kept: SecretLocation }> {
  let where: 'stored' | 'session' = 'stored';
  for (;;) {
    const outcome = await profiles.migrate(id, secret, where);
    if (outcome === 'gone') return { profile: undefined, kept: 'nowhere' };
    if (outcome !== 'failed') return { profile: outcome, kept: where };
    const choice = await askWhereToStore(name);
    if (choice === 'nowhere') return { profile: undefined, kept: 'nowhere' };
    where = choice === 'session' ? 'session' : 'stored';
  }
}

/** Asks what to do with a secret that VS Code could not store. */
async function askWhereToStore(name: string): Promise<'session' | 'again' | 'nowhere'> {
  const session = l10n.t('Keep for This Session Only');
  const again = l10n.t('Try Again');
  const choice = await window.showErrorMessage(
    l10n.t('Could not store the secret of “{0}”.', name),
    {
      modal: true,
      detail: l10n.t(
        'Could not store the secret. On Linux, check that a keyring is running and unlocked. The profile is saved, and you are asked for the secret again.',
      ),
    },
    session,
    again,
  );
  if (choice === session) return 'session';
  return choice === again ? 'again' : 'nowhere';
}
