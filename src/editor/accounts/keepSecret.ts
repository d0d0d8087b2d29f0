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
  const session = l10n.t('Keep for This Session Only');
  const again = l10n.t('Try Again');
  for (;;) {
    if (await profiles.keepSecret(id, secret)) return 'stored';
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
    if (choice === session) {
      profiles.keepSecretForSession(id, secret);
      return 'session';
    }
    if (choice !== again) return 'nowhere';
  }
}
