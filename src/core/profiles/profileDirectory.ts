import type { Failure } from '../taskrouter/failure.ts';
import { isRandomId, type Profile } from './profile.ts';

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

/** The profile that an earlier version gave an id which it made of the name. */
export function successorOf(
  profileId: string,
  directory: Pick<ProfileDirectory, 'list'>,
): ListedProfile | undefined {
  return directory.list().find(({ formerId }) => formerId === profileId);
}

/**
 * Whether what is named by a profile id is fetched only when the user says so: an id made of a name can
 * mean another profile in another VS Code profile.
 */
export function waitsForUser(
  profileId: string,
  directory: Pick<ProfileDirectory, 'list' | 'find'>,
): boolean {
  const profile = directory.find(profileId);
  if (profile !== undefined) return profile.origin === 'stored' && !isRandomId(profileId);
  return successorOf(profileId, directory) !== undefined;
}
