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
 * Gives a profile its secret again, which was refused, lost or renewed. Its SID and its region stay:
 * with others it would be another profile, which can be added instead.
 *
 * @param purpose whether one that an earlier version stored will do
 * @returns whether the profile has a secret now
 */
export async function replaceSecret(
  parts: AccountServices,
  profileId: string,
  purpose: 'verify' | 'replace' = 'verify',
): Promise<boolean> {
  const { profiles, runner } = parts;
  const find = () => profiles.stored().find(({ id }) => id === profileId);
  // A profile of an earlier version can have been taken over since it failed.
  const successor = profiles.stored().find(({ formerId }) => formerId === profileId);
  if (successor !== undefined) return true;
  const stored = find();
  if (stored === undefined) {
    const text = explainNoSecret(profileId);
    const add = { title: message('Add Twilio Credentials…'), run: () => addProfile(parts) };
    runner.showMessage('information', text, [add]);
    return false;
  }
  if (!isRandomId(profileId)) {
    return (await migrateProfile(parts, stored, purpose)) !== undefined;
  }
  const given = await new CredentialFlow({
    ...parts,
    title: l10n.t('Secret of “{0}”', stored.name),
    known: stored,
    takenNames: [],
    nameOf: () => stored.name,
  }).run();
  if (given === 'add') await addProfile(parts);
  if (typeof given !== 'object') return false;

  const { accountSid } = given;
  if (find() !== undefined && accountSid !== undefined) {
    await profiles.change(profileId, { accountSid });
  }
  // While the user typed, the profile can have been removed in another window.
  const current = find();
  if (current !== undefined) {
    return (await storeSecret(current, given.secret, profiles)) !== 'nowhere';
  }
  runner.showMessage('information', failureSentence({ kind: 'unknownProfile', profileId }));
  return false;
}

/** Why a profile that is not stored can be given no secret. */
function explainNoSecret(profileId: string): Message {
  switch (profileId) {
    case 'env':
      return message(
        'The profile “env” is made of TWILIO_… variables: change them where VS Code is started, or add credentials here.',
      );
    case SAMPLE_PROFILE_ID:
      return message('The built-in sample needs no credentials.');
    default:
      return failureSentence({ kind: 'unknownProfile', profileId });
  }
}

/**
 * Goes on with a profile of an earlier version, which stored its secret under the name of the profile
 * alone: under that name another VS Code profile can have stored another. It is tried with Twilio's own
 * hosts, which gave it out, and kept once they accept it; for any other host it is asked for again.
 *
 * @param purpose whether that secret is to be replaced, and not used
 * @returns the profile's id from now on; `undefined` if it was cancelled
 */
export async function migrateProfile(
  parts: AccountServices,
  former: StoredProfile,
  purpose: 'verify' | 'replace' = 'verify',
): Promise<string | undefined> {
  const { profiles } = parts;
  await profiles.prepare();
  const { id, name } = former;
  const isTwilio = !('baseUrl' in former.place);
  const mayTry = isTwilio && purpose === 'verify';
  const secret = mayTry ? await profiles.secrets.readUnverified(id) : undefined;
  const given = await new CredentialFlow({
    ...parts,
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
  if (given === 'add') return addProfile(parts, 'use');
  if (typeof given !== 'object') return undefined;
  const { profile: current } = await storeMigratedSecret(former, given.secret, profiles);
  const { accountSid } = given;
  if (current !== undefined && accountSid !== undefined) {
    await profiles.change(current.id, { accountSid });
  }
  return current?.id;
}
