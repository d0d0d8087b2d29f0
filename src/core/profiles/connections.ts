import type { TaskSource } from '../tasks/taskSource.ts';
import type { Profile } from './profile.ts';

/** A profile with the source that reads with its credentials from its host, and no other. */
export interface Connection {
  readonly profile: Profile;
  readonly source: TaskSource;
}

/** How the editor gets from a profile to its Tasks. */
export interface Connections {
  /** Whether there is a profile with this id, usable or not. */
  has(profileId: string): boolean;

  /**
   * The connection of a profile, or of the active one. Sends nothing.
   *
   * @throws TaskRouterFailure `unknownProfile`, or what keeps the profile from being used.
   */
  open(profileId?: string): Connection;
}
