import { TaskRouterFailure, type Failure } from '../taskrouter/failure.ts';
import type { TaskSource } from '../taskrouter/taskSource.ts';
import type { Profile } from './profile.ts';
import type { ListedProfile } from './profileDirectory.ts';
import { hasSameOwner } from './secretVault.ts';

/** A profile with the source that uses its credentials and its host. */
export interface Connection {
  readonly profile: Profile;
  readonly source: TaskSource;
  /**
   * Aborts when the profile is removed or changes its account or host: pending requests are canceled and
   * their results discarded.
   */
  readonly revoked: AbortSignal;
}

/** Opens connections for profiles. */
export interface Connections {
  /**
   * Opens the connection of a profile. Sends no request.
   *
   * @throws TaskRouterFailure `unknownProfile`, `secretUnavailable`, or another reason why the profile cannot
   * be used
   */
  open(profileId: string): Promise<Connection>;
}

/** The failure of a request that used an earlier account or host of a profile. */
export function movedFailure({ name, apiBaseUrl }: Profile): Failure {
  return { kind: 'profileMoved', profileName: name, host: new URL(apiBaseUrl).host };
}

/**
 * Checks that a profile still has the same account and host as at the start of an operation.
 *
 * @param current the current profile of the same id
 * @throws TaskRouterFailure `profileMoved`
 */
export function assertNotMoved(profile: Profile, current: ListedProfile | undefined): void {
  if (current === undefined || 'fault' in current || hasSameOwner(profile, current)) return;
  throw new TaskRouterFailure(movedFailure(profile));
}

/** Whether a profile still exists, can be used, and has the same account and host. */
export function isUnmoved(profile: Profile, current: ListedProfile | undefined): boolean {
  return current !== undefined && !('fault' in current) && hasSameOwner(profile, current);
}
