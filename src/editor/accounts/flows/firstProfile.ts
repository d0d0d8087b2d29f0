import { l10n, window, type QuickPickItem } from 'vscode';
import { SAMPLE_PROFILE_ID } from '../../../core/profiles/profile.ts';
import { TaskRouterFailure } from '../../../core/taskrouter/failure.ts';
import type { AccountServices } from '../accountServices.ts';
import { addProfile } from './addProfile.ts';
import { activateSample } from './exploreSample.ts';
import { importProfiles } from './importProfiles.ts';

interface WayItem extends QuickPickItem {
  readonly take: (services: AccountServices) => Promise<string | undefined>;
}

/**
 * Asks where the first profile comes from, as a command needs one and there is none.
 *
 * @returns the profile's id, or `undefined` if cancelled
 * @throws TaskRouterFailure if credentials cannot be used here
 */
export async function firstProfile(services: AccountServices): Promise<string | undefined> {
  if (services.refusal !== undefined) throw new TaskRouterFailure(services.refusal);
  const ways: readonly WayItem[] = [
    {
      label: l10n.t('$(key) Enter an API Key…'),
      detail: l10n.t('For your own Tasks. Its secret is verified, then kept in VS Code.'),
      take: (all) => addProfile(all, 'use', { goBack: () => firstProfile(all) }),
    },
    {
      label: l10n.t('$(cloud-download) Import from the Twilio CLI or the Environment…'),
      detail: l10n.t('If this machine has profiles of the Twilio CLI or TWILIO_… variables.'),
      take: importProfiles,
    },
    {
      label: l10n.t('$(beaker) Explore Sample Workspace'),
      detail: l10n.t('To look around first. It needs no account and no network.'),
      take: async (all) => {
        await activateSample(all);
        return SAMPLE_PROFILE_ID;
      },
    },
  ];
  const picked = await window.showQuickPick(ways, {
    title: l10n.t('No Twilio Profile Yet'),
    placeHolder: l10n.t('This command needs a Twilio profile. Select where to get one'),
    matchOnDetail: true,
    ignoreFocusOut: true,
  });
  return picked?.take(services);
}
