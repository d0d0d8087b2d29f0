import { l10n, window } from 'vscode';
import type { StoredProfile } from '../../core/profiles/storedProfile.ts';
import type { Profiles } from './profiles.ts';

/** Where a secret is now: in VS Code's secret storage, in this window's memory, or nowhere. */
export type KeptSecret = 'stored' | 'session' | 'nowhere';

/** Keeps a profile's secret, and asks what to do where VS Code cannot. */
export async function keepSecret(
  { id, name }: StoredProfile,
  secret: string,
  profiles: Profiles,
): Promise<KeptSecret> {
  for (;;) {
    if (await profiles.keepSecret(id, secret)) return 'stored';
    const choice = await askWhereToKeep(name);
    if (choice === 'session') profiles.keepSecretForSession(id, secret);
    if (choice !== 'again') return choice;
  }
}

/**
 * Takes over a profile of an earlier version with a secret that was tried or typed.
 *
 * @returns the profile, if it is still there, and where its secret is
 */
export async function keepTakenOver(
  { id, name }: StoredProfile,
  secret: string,
  profiles: Profiles,
): Promise<{ readonly profile: StoredProfile | undefined; readonly kept: KeptSecret }> {
  let where: 'stored' | 'session' = 'stored';
  for (;;) {
    const outcome = await profiles.takeOver(id, secret, where);
    if (outcome === 'gone') return { profile: undefined, kept: 'nowhere' };
    if (outcome !== 'failed') return { profile: outcome, kept: where };
    const choice = await askWhereToKeep(name);
    if (choice === 'nowhere') return { profile: undefined, kept: 'nowhere' };
    where = choice === 'session' ? 'session' : 'stored';
  }
}

/** Asks what to do with a secret that VS Code could not keep. */
async function askWhereToKeep(name: string): Promise<'session' | 'again' | 'nowhere'> {
  const session = l10n.t('Keep for This Session Only');
  const again = l10n.t('Try Again');
  const choice = await window.showErrorMessage(
    l10n.t('VS Code could not keep the secret of “{0}”.', name),
    {
      modal: true,
      detail: l10n.t(
        'Its secret storage failed, or had forgotten the secret at once. On Linux that often means that no keyring is running or that it is locked. The profile itself is stored; until its secret is, you are asked for it again.',
      ),
    },
    session,
    again,
  );
  if (choice === session) return 'session';
  return choice === again ? 'again' : 'nowhere';
}
