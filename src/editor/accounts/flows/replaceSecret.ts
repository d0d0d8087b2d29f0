import { l10n } from 'vscode';
import { message, type Message } from '../../../core/messages/message.ts';
import { isRandomId, SAMPLE_PROFILE_ID } from '../../../core/profiles/profile.ts';
import { endpointHost, type StoredProfile } from '../../../core/profiles/storedProfile.ts';
import { failureSentence } from '../../ui/failureSentence.ts';
import type { AccountServices } from '../accountServices.ts';
import { addProfile } from './addProfile.ts';
import { CredentialFlow } from './credentialFlow.ts';
import { storeSecret, storeMigratedSecret } from './storeCredentials.ts';

/**
 * Asks for a new secret of a profile, because the old one was rejected, lost or renewed. The SID
 * and the region do not change, as other values make another profile.
 *
 * @param purpose whether a secret stored by an earlier version is enough
 * @returns whether the profile has a secret now
 */
export async function replaceSecret(
  services: AccountServices,
  profileId: string,
  purpose: 'verify' | 'replace' = 'verify',
): Promise<boolean> {
  const { profiles, runner } = services;
  const find = () => profiles.stored().find(({ id }) => id === profileId);
  // A profile of an earlier version may have been migrated since the failure.
  const successor = profiles.stored().find(({ formerId }) => formerId === profileId);
  if (successor !== undefined) return true;
  const stored = find();
  if (stored === undefined) {
    const text = explainNoSecret(profileId);
    const add = { title: message('Add Twilio Credentials…'), run: () => addProfile(services) };
    runner.showMessage('information', text, [add]);
    return false;
  }
  if (!isRandomId(profileId)) {
    return (await migrateProfile(services, stored, purpose)) !== undefined;
  }
  const given = await new CredentialFlow({
    ...services,
    title: l10n.t('Secret of “{0}”', stored.name),
    known: stored,
    takenNames: [],
    nameOf: () => stored.name,
  }).run();
  if (given === 'add') await addProfile(services);
  if (typeof given !== 'object') return false;

  const { accountSid } = given;
  if (find() !== undefined && accountSid !== undefined) {
    await profiles.change(profileId, { accountSid });
  }
  // Another window may have removed the profile while the user was typing.
  const current = find();
  if (current !== undefined) {
    return (await storeSecret(current, given.secret, profiles)) !== 'nowhere';
  }
  runner.showMessage('information', failureSentence({ kind: 'unknownProfile', profileId }));
  return false;
}

/** Why a profile that is not stored has no secret to replace. */
function explainNoSecret(profileId: string): Message {
  switch (profileId) {
    case 'env':
      return message(
        'The profile “env” comes from TWILIO_… variables. Change them where VS Code is started, or add credentials here.',
      );
    case SAMPLE_PROFILE_ID:
      return message('The built-in sample needs no credentials.');
    default:
      return failureSentence({ kind: 'unknownProfile', profileId });
  }
}

/**
 * Migrates a profile of an earlier version, which stored its secret under the profile's name only.
 * Another VS Code profile may have stored another secret under that name. So the secret is verified
 * with Twilio's own hosts, which issued it, and kept if they accept it. For any other host the user
 * is asked for it.
 *
 * @param purpose whether the secret is replaced anyway, and not used
 * @returns the profile's new id, or `undefined` if cancelled
 */
export async function migrateProfile(
  services: AccountServices,
  former: StoredProfile,
  purpose: 'verify' | 'replace' = 'verify',
): Promise<string | undefined> {
  const { profiles } = services;
  await profiles.prepare();
  const { id, name } = former;
  const isTwilio = !('baseUrl' in former.place);
  const mayTry = isTwilio && purpose === 'verify';
  const secret = mayTry ? await profiles.secrets.readUnverified(id) : undefined;
  const given = await new CredentialFlow({
    ...services,
    title: l10n.t('Secret of “{0}”', name),
    known: { ...former, ...(secret !== undefined && { secret }) },
    validationMessage: isTwilio
      ? undefined
      : message(
          'The stored secret may belong to another host than {0}. Enter it again.',
          endpointHost(former.place),
        ),
    takenNames: [],
    nameOf: () => name,
  }).run();
  if (given === 'add') return addProfile(services, 'use');
  if (typeof given !== 'object') return undefined;
  const { profile: current } = await storeMigratedSecret(former, given.secret, profiles);
  const { accountSid } = given;
  if (current !== undefined && accountSid !== undefined) {
    await profiles.change(current.id, { accountSid });
  }
  return current?.id;
}
