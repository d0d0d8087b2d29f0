import type { AccountParts } from './accountParts.ts';
import { addProfile } from './addProfile.ts';

/**
 * Asks for the region first, then for the secret that is valid there. Where a profile reads never
 * changes, and each region has secrets of its own: it becomes another profile, with the same SID if the
 * user leaves it.
 *
 * @returns the id of that profile; nothing if it was cancelled
 */
export async function changeRegion(
  parts: AccountParts,
  profileId: unknown,
): Promise<string | undefined> {
  const profile = parts.profiles.list().find(({ id }) => id === profileId);
  const sid = profile !== undefined && !('fault' in profile) ? profile.sid : undefined;
  return addProfile(parts, 'add', sid);
}
