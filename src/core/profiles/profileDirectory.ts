import type { Failure } from '../taskrouter/failure.ts';
import type { Profile } from './profile.ts';

/** A profile that is there, but cannot be used before somebody mends what it is made from. */
interface UnusableProfile extends Pick<Profile, 'id' | 'formerId' | 'name' | 'origin'> {
  readonly fault: Failure;
}

export type ListedProfile = Profile | UnusableProfile;

/** Which profiles there are, and which one this window uses. */
export interface ProfileDirectory {
  /**
   * That of the environment first, then the stored ones in the order of their adding; last the sample,
   * which is listed only while it is the active one: it is no way to anybody's Tasks.
   */
  list(): readonly ListedProfile[];

  /** Finds the sample also where it is not listed: its documents can be open. */
  find(profileId: string): ListedProfile | undefined;

  /**
   * The one that was chosen for this window's workspace; where none was, that of the environment,
   * else the only one. Nothing if the choice is the user's to make. The sample only where it was chosen.
   */
  active(): ListedProfile | undefined;

  /** Calls back when any of the above may have changed, be it in another window. */
  onDidChange(listener: () => void): { dispose(): unknown };
}
