import { l10n, window } from 'vscode';
import { message } from '../../core/messages/message.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { plainText } from '../plainText.ts';
import type { AccountParts } from './accountParts.ts';
import { confirmRemoval } from './confirmRemoval.ts';

/** Remove Twilio Credentials…: always from the list, also of one, and never without being sure. */
export async function removeProfile(parts: AccountParts): Promise<void> {
  const { profiles, runner } = parts;
  const stored = profiles.stored();
  if (stored.length === 0) {
    const text =
      profiles.find('env') === undefined
        ? message('There are no Twilio credentials here.')
        : message(
            'No Twilio credentials are stored here: the profile “env” is made of TWILIO_… variables.',
          );
    runner.tell('information', text);
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
      placeHolder: l10n.t('Which profile is to be removed?'),
      matchOnDescription: true,
      ignoreFocusOut: true,
    },
  );
  if (picked !== undefined) await confirmRemoval(parts, picked.id);
}
