import type { AccountCheck } from '../../core/profiles/accountCheck.ts';
import type { CredentialDraft } from '../../core/profiles/credentials.ts';
import type { ImportSource } from '../../core/profiles/importSource.ts';
import { successorOf, waitsForUser } from '../../core/profiles/profileDirectory.ts';
import type { Failure } from '../../core/taskrouter/failure.ts';
import type { CommandRunner } from '../commands/commandRunner.ts';
import type { Profiles } from './profiles.ts';

export interface AccountServices {
  /** Why no credentials can be used here, if that is so; said instead of asking for some. */
  readonly refusal?: Failure;
  readonly profiles: Profiles;
  /** Where credentials can be imported from; loaded when somebody wants to. */
  readonly loadImports: () => Promise<ImportSource>;
  /** Lets the Tasks of the sample begin again if all that come to an end are over. */
  readonly restartSample: () => Promise<void>;
  readonly runner: CommandRunner;
  /**
   * Tries credentials with one request to the host of their place.
   *
   * @throws TaskRouterFailure if they do not work, `signal.reason` when cancelled
   */
  readonly check: (draft: CredentialDraft, signal: AbortSignal) => Promise<AccountCheck>;
}

/**
 * The id of the profile to read with, for something that the user does; asks for one where there is
 * none, or no choice was made, and takes over one of an earlier version.
 *
 * @param named the id of a profile that is named already
 */
export async function chooseProfile(
  parts: AccountServices,
  named?: string,
): Promise<string | undefined> {
  const { profiles } = parts;
  const chosen = named ?? profiles.active()?.id ?? (await ask(parts));
  if (chosen === undefined || !waitsForUser(chosen, profiles)) return chosen;
  const successor = successorOf(chosen, profiles);
  const former = profiles.stored().find(({ id }) => id === chosen);
  if (successor !== undefined || former === undefined) return successor?.id ?? chosen;
  const { migrateProfile } = await loadFlows();
  return migrateProfile(parts, former);
}

async function ask(parts: AccountServices): Promise<string | undefined> {
  const { addProfile, switchProfile } = await loadFlows();
  return parts.profiles.list().length === 0
    ? addProfile(parts, 'use')
    : switchProfile(parts, 'use');
}

// Most windows never ask for credentials: what asks is loaded when it does.
function loadFlows() {
  return import('./flows/accountFlows.ts');
}
