import { TaskRouterFailure, type Failure } from '../taskrouter/failure.ts';
import type { TaskSource } from '../taskrouter/taskSource.ts';
import type { Profile } from './profile.ts';
import type { ListedProfile } from './profileDirectory.ts';
import { hasSameOwner } from './secretVault.ts';

/** A profile with the source that reads with its credentials from its host, and no other. */
export interface Connection {
  readonly profile: Profile;
  readonly source: TaskSource;
  /**
   * Aborts when the profile is removed, or reads from elsewhere: its requests are cut, and what they
   * brought is void.
   */
  readonly revoked: AbortSignal;
}

/** How the editor gets from a profile to its Tasks. */
export interface Connections {
  /**
   * The connection of a profile. Sends nothing.
   *
   * @throws TaskRouterFailure `unknownProfile`, `secretUnavailable`, or what else keeps the profile
   * from being used.
   */
  open(profileId: string): Promise<Connection>;
}

/** What to say of what was read, or was to be read, with a profile as it was. */
export function movedFailure({ name, apiBaseUrl }: Profile): Failure {
  return { kind: 'profileMoved', profileName: name, host: new URL(apiBaseUrl).host };
}

/**
 * Refuses to go on with a profile that has another account or host than when something was begun with it.
 *
 * @param current the profile of the same id by now
 * @throws TaskRouterFailure `profileMoved`
 */
export function assertNotMoved(profile: Profile, current: ListedProfile | undefined): void {
  if (current === undefined || 'fault' in current || hasSameOwner(profile, current)) return;
  throw new TaskRouterFailure(movedFailure(profile));
}
