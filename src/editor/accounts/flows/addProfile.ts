import { l10n } from 'vscode';
import { message } from '../../../core/messages/message.ts';
import { commandIds } from '../../commands/commandIds.ts';
import { executeCommand } from '../../commands/executeCommand.ts';
import type { AccountServices } from '../accountServices.ts';
import { CredentialFlow } from './credentialFlow.ts';
import { importProfiles } from './importProfiles.ts';
import { findStoredProfile, storeCredentials } from './storeCredentials.ts';

/**
 * Add Twilio Credentials…: asks for them, tries them, stores them, and makes them the ones of this
 * window.
 *
 * @param purpose whether something else is to be done with them, that tells by itself what came of it
 * @param sid of which the region is asked first, if it is known
 * @returns the profile's id; nothing if it was cancelled
 */
export async function addProfile(
  parts: AccountServices,
  purpose: 'add' | 'use' = 'add',
  sid?: string,
): Promise<string | undefined> {
  const { profiles, runner } = parts;
  await profiles.prepare();
  const given = await new CredentialFlow({
    ...parts,
    title: l10n.t('Add Twilio Credentials'),
    known: sid === undefined ? {} : { sid },
    isNew: true,
    takenNames: profiles.takenNames(),
    nameOf: (draft) => findStoredProfile(draft, profiles)?.name,
  }).run();
  if (given === 'import') return importProfiles(parts);
  if (typeof given !== 'object') return undefined;

  const { profile, kept } = await storeCredentials(given, profiles);
  await profiles.activate(profile.id);
  if (purpose === 'add' && kept !== 'nowhere') {
    const fetchTask = {
      title: message('Fetch a Task…'),
      run: async () => executeCommand(commandIds.fetchTask),
    };
    const text =
      kept === 'stored'
        ? message('Saved “{0}”: this window now reads with it.', profile.name)
        : message('“{0}” is kept until this window closes, and read with now.', profile.name);
    runner.showMessage('information', text, [fetchTask]);
  }
  return profile.id;
}

/**
 * Asks for the region first, then for the secret that is valid there. Where a profile reads never
 * changes, and each region has secrets of its own: it becomes another profile, with the same SID if the
 * user leaves it.
 *
 * @returns the id of that profile; nothing if it was cancelled
 */
export async function changeRegion(
  parts: AccountServices,
  profileId: unknown,
): Promise<string | undefined> {
  const profile = parts.profiles.list().find(({ id }) => id === profileId);
  const sid = profile !== undefined && !('fault' in profile) ? profile.sid : undefined;
  return addProfile(parts, 'add', sid);
}
