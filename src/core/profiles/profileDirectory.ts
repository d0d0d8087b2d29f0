import type { Failure } from '../taskrouter/failure.ts';
import { isRandomId, type Profile } from './profile.ts';

/** A profile that exists but cannot be used until the user corrects it. */
interface UnusableProfile extends Pick<Profile, 'id' | 'formerId' | 'name' | 'origin' | 'badge'> {
  readonly fault: Failure;
}

export type ListedProfile = Profile | UnusableProfile;

/** The available profiles and the one that this window uses. */
export interface ProfileDirectory {
  /**
   * The profile of the environment first, then the stored ones in the order in which they were added. The
   * sample is last, and listed only while it is active, as it does not lead to the user's own Tasks.
   */
  list(): readonly ListedProfile[];

  /** Finds the sample even if it is not listed, as its documents can be open. */
  find(profileId: string): ListedProfile | undefined;

  /**
   * The profile selected for this window's workspace. If none is selected: the one of the environment, or
   * the only one. Returns `undefined` if the user must select one. Never the sample unless selected.
   */
  active(): ListedProfile | undefined;

  /** Fires if any of the above may have changed, also in another window. */
  onDidChange(listener: () => void): { dispose(): unknown };
}

/** The profile that had this id in an earlier version, where ids were derived from names. */
export function successorOf(
  profileId: string,
  directory: Pick<ProfileDirectory, 'list'>,
): ListedProfile | undefined {
  return directory.list().find(({ formerId }) => formerId === profileId);
}

/**
 * Whether fetching with a profile id needs the user's confirmation: an id derived from a name can belong to a
 * different profile in another VS Code profile.
 */
export function waitsForUser(
  profileId: string,
  directory: Pick<ProfileDirectory, 'list' | 'find'>,
): boolean {
  const profile = directory.find(profileId);
  if (profile !== undefined) return profile.origin === 'stored' && !isRandomId(profileId);
  return successorOf(profileId, directory) !== undefined;
}
