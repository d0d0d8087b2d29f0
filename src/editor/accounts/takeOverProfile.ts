import { l10n } from 'vscode';
import { message } from '../../core/messages/message.ts';
import { toProfile, type StoredProfile } from '../../core/profiles/storedProfile.ts';
import type { AccountParts } from './accountParts.ts';
import { addProfile } from './addProfile.ts';
import { CredentialFlow } from './credentialFlow.ts';
import { keepTakenOver } from './keepSecret.ts';

/**
 * Goes on with a profile of an earlier version, which stored its secret under the name of the profile
 * alone: under that name another VS Code profile can have stored another. It is tried with Twilio's own
 * hosts, which gave it out, and kept once they accept it; for any other host it is asked for again.
 *
 * @param purpose whether that secret is to be replaced, and not used
 * @returns the profile's id from now on; `undefined` if it was cancelled
 */
export async function takeOverProfile(
  parts: AccountParts,
  former: StoredProfile,
  purpose: 'verify' | 'replace' = 'verify',
): Promise<string | undefined> {
  const { profiles } = parts;
  await profiles.prepare();
  const { id, name } = former;
  const isTwilio = !('baseUrl' in former.place);
  const mayTry = isTwilio && purpose === 'verify';
  const secret = mayTry ? await profiles.readUnverified(id) : undefined;
  const given = await new CredentialFlow({
    ...parts,
    title: l10n.t('Secret of “{0}”', name),
    known: { ...former, ...(secret !== undefined && { secret }) },
    complaint: isTwilio
      ? undefined
      : message(
          'The stored secret may belong to another host than {0}. Enter it again.',
          hostOf(former),
        ),
    takenNames: [],
    nameOf: () => name,
  }).run();
  if (given === 'add') return addProfile(parts, 'use');
  if (typeof given !== 'object') return undefined;
  const { profile: current } = await keepTakenOver(former, given.secret, profiles);
  const { accountSid } = given;
  if (current !== undefined && accountSid !== undefined) {
    await profiles.change(current.id, { accountSid });
  }
  return current?.id;
}

function hostOf(stored: StoredProfile): string {
  const profile = toProfile(stored);
  return 'fault' in profile ? '' : new URL(profile.apiBaseUrl).host;
}
