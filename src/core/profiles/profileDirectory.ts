import type { Failure } from '../failures/taskRouterFailure.ts';
import type { Profile } from './profile.ts';

/** A profile that is there, but cannot be used before somebody mends what it is made from. */
interface UnusableProfile extends Pick<Profile, 'id' | 'name' | 'origin'> {
  readonly fault: Failure;
}

export type ListedProfile = Profile | UnusableProfile;

/** Which profiles there are, and which one this window uses. */
export interface ProfileDirectory {
  /** That of the environment first, then the stored ones in the order of their adding. */
  list(): readonly ListedProfile[];

  find(profileId: string): ListedProfile | undefined;

  /**
   * The one that was chosen for this window's workspace; where none was, that of the environment,
   * else the only one. Nothing if the choice is the user's to make.
   */
  active(): ListedProfile | undefined;

  /** Calls back when any of the above may have changed, be it in another window. */
  onDidChange(listener: () => void): { dispose(): unknown };
}
