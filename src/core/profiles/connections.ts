import type { TaskSource } from '../taskrouter/taskSource.ts';
import type { Profile } from './profile.ts';

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
