import { l10n } from 'vscode';
import { message } from '../../../core/messages/message.ts';
import { commandIds } from '../../commands/commandIds.ts';
import { executeCommand } from '../../commands/executeCommand.ts';
import type { AccountServices } from '../accountServices.ts';
import { CredentialFlow } from './credentialFlow.ts';
import { importProfiles } from './importProfiles.ts';
import { findStoredProfile, storeCredentials } from './storeCredentials.ts';

/**
 * Add Twilio Credentials…: asks for credentials, verifies and stores them, and activates their
 * profile in this window.
 *
 * @param purpose whether the profile is for another command, which then reports the outcome itself
 * @param start where the prompts begin: if the SID is known, with the region. The first one may lead back to
 *   the prompt before
 * @returns the profile's id, or `undefined` if cancelled
 */
export async function addProfile(
  services: AccountServices,
  purpose: 'add' | 'use' = 'add',
  start: { readonly sid?: string; readonly goBack?: () => Promise<string | undefined> } = {},
): Promise<string | undefined> {
  const { profiles, runner } = services;
  const { sid, goBack } = start;
  await profiles.prepare();
  const given = await new CredentialFlow({
    ...services,
    title: l10n.t('Add Twilio Credentials'),
    known: sid === undefined ? {} : { sid },
    isNew: true,
    goesBack: goBack !== undefined,
    takenNames: profiles.takenNames(),
    nameOf: (draft) => findStoredProfile(draft, profiles)?.name,
  }).run();
  if (given === 'import') return importProfiles(services);
  if (given === 'back') return goBack?.();
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
        ? message('Saved profile “{0}”. It is now active in this window.', profile.name)
        : message(
            '“{0}” is kept until this window closes. It is now active in this window.',
            profile.name,
          );
    runner.showMessage('information', text, [fetchTask]);
  }
  return profile.id;
}

/**
 * Asks for the region first, then for the secret that is valid there. A profile's endpoint never
 * changes, and each region has its own secrets, so the result is another profile. Its SID is
 * prefilled.
 *
 * @returns the new profile's id, or `undefined` if cancelled
 */
export async function changeRegion(
  services: AccountServices,
  profileId: unknown,
): Promise<string | undefined> {
  const profile = services.profiles.list().find(({ id }) => id === profileId);
  const sid = profile !== undefined && !('fault' in profile) ? profile.sid : undefined;
  return addProfile(services, 'add', { ...(sid !== undefined && { sid }) });
}
