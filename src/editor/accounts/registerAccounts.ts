import { DisposableStore } from '../../core/base/disposables.ts';
import { commandIds } from '../commands/commandIds.ts';
import { afterActivation, type Services } from '../services.ts';
import { ProfileStatus } from './profileStatus.ts';

/**
 * Registers the account commands, whose code is loaded lazily, and the profile in the status bar.
 */
export function registerAccounts({
  accounts,
  profiles,
  recentWorkspaces,
  visiblePages,
  runner,
}: Services): DisposableStore {
  const all = new DisposableStore();
  // Loaded lazily, as most windows never ask for credentials.
  const register = runner.registerLoaded(() => import('./flows/accountFlows.ts'), all);
  register(commandIds.addProfile, (flows) => flows.addProfile(accounts));
  register(commandIds.removeProfile, (flows) => flows.removeProfile(accounts));
  register(commandIds.switchProfile, (flows) => flows.switchProfile(accounts));
  register(commandIds.importProfiles, (flows) => flows.importProfiles(accounts));
  register(commandIds.useOwnProfile, (flows) => flows.useOwnProfile(accounts));
  register(commandIds.exploreSample, (flows) => flows.exploreSample(accounts));
  register(commandIds.changeCredentials, async (flows, profileId) =>
    typeof profileId === 'string'
      ? flows.replaceSecret(accounts, profileId)
      : (await flows.switchProfile(accounts)) !== undefined,
  );
  register(commandIds.changeRegion, (flows, profileId) => flows.changeRegion(accounts, profileId));
  all.add(
    profiles.onDidRemove((profileId) => {
      void runner.run('forget a profile', () => recentWorkspaces.forget(profileId));
    }),
  );
  all.add(afterActivation(() => new ProfileStatus(profiles, visiblePages)));
  return all;
}
