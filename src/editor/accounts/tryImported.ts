import { l10n, window } from 'vscode';
import { message } from '../../core/messages/message.ts';
import type { AccountCheck } from '../../core/profiles/accountCheck.ts';
import type { CredentialDraft } from '../../core/profiles/credentials.ts';
import { placeHosts, toProfile, type StoredProfile } from '../../core/profiles/storedProfile.ts';
import { failureOf, type Failure } from '../../core/taskrouter/failure.ts';
import { runWithProgress } from '../commands/runWithProgress.ts';
import { failureSentence } from '../failureSentence.ts';
import { plainText } from '../plainText.ts';
import { say } from '../say.ts';
import type { AccountParts } from './accountParts.ts';
import type { Profiles } from './profiles.ts';

/**
 * Tries credentials that are to be imported, before anything of them is kept.
 *
 * @param name by which the user has picked them
 * @returns what they tell of their account; `undefined` if they are not to be kept
 */
export async function tryImported(
  { check, runner }: Pick<AccountParts, 'check' | 'runner'>,
  name: string,
  draft: CredentialDraft,
): Promise<AccountCheck | undefined> {
  const hosts = placeHosts(draft.place);
  const host = hosts === undefined ? '' : new URL(hosts.apiBaseUrl).host;
  for (;;) {
    try {
      return await runWithProgress(l10n.t('Trying the credentials with {0}…', host), (signal) =>
        check(draft, signal),
      );
    } catch (error) {
      const failure = failureOf(error);
      if (failure === undefined) throw error;
      if (failure.kind === 'unauthorized' || failure.kind === 'unauthorizedInRegion') {
        runner.tell(
          'error',
          message('“{0}” was not imported: {1}', name, failureSentence(failure)),
        );
        return undefined;
      }
      const choice = await askWhatToDo(name, failure);
      if (choice !== 'again') return choice === 'save' ? {} : undefined;
    }
  }
}

async function askWhatToDo(name: string, failure: Failure): Promise<'save' | 'again' | undefined> {
  const save = l10n.t('Save All the Same');
  const again = l10n.t('Try Again');
  const choice = await window.showWarningMessage(
    plainText(say(failureSentence(failure))),
    { modal: true, detail: l10n.t('“{0}” is not stored yet.', name) },
    save,
    again,
  );
  if (choice === save) return 'save';
  return choice === again ? 'again' : undefined;
}

/**
 * Whether an imported secret may take the place of the one that a profile has; asks if it is another.
 *
 * @returns `'same'` if the profile has this very secret
 */
export async function mayReplaceSecret(
  stored: StoredProfile,
  secret: string,
  profiles: Profiles,
): Promise<boolean | 'same'> {
  const profile = toProfile(stored);
  if (!('fault' in profile)) {
    const reading = await profiles.read(profile);
    if (reading.found && reading.secret === secret) return 'same';
    // The same as an earlier version stored is tried as any other.
    const present = reading.found ? reading.secret : await profiles.readUnverified(stored.id);
    const isNone = !reading.found && reading.reason === 'missing';
    if (isNone || present === secret) return true;
  }
  const replace = l10n.t('Replace');
  const choice = await window.showWarningMessage(
    l10n.t('Replace the secret of “{0}”?', plainText(stored.name)),
    {
      modal: true,
      detail: l10n.t('This profile has the same SID and region, and another secret stored.'),
    },
    replace,
  );
  return choice === replace;
}
