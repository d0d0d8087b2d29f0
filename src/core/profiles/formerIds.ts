import type { ListedProfile, ProfileDirectory } from './profileDirectory.ts';
import { isRandomId } from './profileId.ts';

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
