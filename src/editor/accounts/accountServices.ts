import type { AccountCheck } from '../../core/profiles/accountCheck.ts';
import type { CredentialDraft } from '../../core/profiles/credentials.ts';
import type { ImportSource } from '../../core/profiles/importSource.ts';
import { successorOf, waitsForUser } from '../../core/profiles/profileDirectory.ts';
import type { Failure } from '../../core/taskrouter/failure.ts';
import type { CommandRunner } from '../commands/commandRunner.ts';
import type { Profiles } from './profiles.ts';

export interface AccountServices {
  /** Why credentials cannot be used here, if so. Shown instead of asking for credentials. */
  readonly refusal?: Failure;
  readonly profiles: Profiles;
  /** Loaded on the first import. */
  readonly loadImports: () => Promise<ImportSource>;
  /** Restarts the simulation if all of its Tasks that end have ended. */
  readonly restartSample: () => Promise<void>;
  readonly runner: CommandRunner;
  /**
   * Verifies credentials with one request to their endpoint.
   *
   * @throws TaskRouterFailure if they do not work; `signal.reason` if cancelled
   */
  readonly check: (draft: CredentialDraft, signal: AbortSignal) => Promise<AccountCheck>;
}

/**
 * Returns the id of the profile to use for a command. If there is none, or none is selected, the
 * user is asked. A profile of an earlier version is migrated first.
 *
 * @param named the id of a given profile
 */
export async function chooseProfile(
  services: AccountServices,
  named?: string,
): Promise<string | undefined> {
  const { profiles } = services;
  const chosen = named ?? profiles.active()?.id ?? (await ask(services));
  if (chosen === undefined || !waitsForUser(chosen, profiles)) return chosen;
  const successor = successorOf(chosen, profiles);
  const former = profiles.stored().find(({ id }) => id === chosen);
  if (successor !== undefined || former === undefined) return successor?.id ?? chosen;
  const { migrateProfile } = await loadFlows();
  return migrateProfile(services, former);
}

async function ask(services: AccountServices): Promise<string | undefined> {
  const { firstProfile, switchProfile } = await loadFlows();
  return services.profiles.list().length === 0
    ? firstProfile(services)
    : switchProfile(services, 'use');
}

// Loaded lazily, as most windows never ask for credentials.
function loadFlows() {
  return import('./flows/accountFlows.ts');
}
