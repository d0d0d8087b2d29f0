import { l10n, window } from 'vscode';
import { message } from '../../../core/messages/message.ts';
import { shortenSid } from '../../../core/sids/sid.ts';
import { plainText } from '../../ui/plainText.ts';
import type { AccountServices } from '../accountServices.ts';
import type { Profiles } from '../profiles.ts';

/**
 * Remove Twilio Credentials…: always shows the list, even with one profile, and always asks for
 * confirmation.
 */
export async function removeProfile(services: AccountServices): Promise<void> {
  const { profiles, runner } = services;
  const stored = profiles.stored();
  if (stored.length === 0) {
    const text =
      profiles.find('env') === undefined
        ? message('There are no Twilio credentials.')
        : message(
            'No Twilio credentials are stored. The profile “env” comes from TWILIO_… variables.',
          );
    runner.showMessage('information', text);
    return;
  }
  const picked = await window.showQuickPick(
    stored.map(({ id, name, sid }) => ({
      label: plainText(name),
      description: shortenSid(sid),
      id,
    })),
    {
      title: l10n.t('Remove Twilio Credentials'),
      placeHolder: l10n.t('Select the profile to remove'),
      matchOnDescription: true,
      ignoreFocusOut: true,
    },
  );
  if (picked !== undefined) await confirmRemoval(services, picked.id);
}

/** Removes a profile after the user confirms it. Returns `false` if not confirmed. */
export async function confirmRemoval(
  { profiles, runner }: AccountServices,
  profileId: string,
): Promise<boolean> {
  const name = profiles.find(profileId)?.name ?? profileId;
  const keepsCopy = await hasEarlierCopy(profiles, profileId);
  const remove = l10n.t('Remove');
  const answer = await window.showWarningMessage(
    l10n.t('Remove the Twilio credentials “{0}”?', name),
    {
      modal: true,
      detail: keepsCopy
        ? l10n.t(
            'What was fetched with them is closed. The secret stored by an earlier version stays in VS Code, as another VS Code profile may use it. The credentials stay valid at Twilio, where you can revoke them.',
          )
        : l10n.t(
            'Their secret is deleted from VS Code, and what was fetched with them is closed. The credentials stay valid at Twilio.',
          ),
    },
    remove,
  );
  if (answer !== remove) return false;
  if (!(await profiles.remove(profileId))) {
    runner.showMessage(
      'error',
      message(
        'Removed the profile “{0}”, but could not delete its secret from VS Code. Revoke the secret in the Twilio Console.',
        name,
      ),
    );
  }
  return true;
}

async function hasEarlierCopy(profiles: Profiles, profileId: string): Promise<boolean> {
  const { formerId } = profiles.find(profileId) ?? {};
  return (await profiles.secrets.readUnverified(formerId ?? profileId)) !== undefined;
}
