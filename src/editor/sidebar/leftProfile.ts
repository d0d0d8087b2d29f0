import type { ListedProfile } from '../../core/profiles/profileDirectory.ts';

/** Whether a profile has the same account and host as before, whatever its name. */
export function readsFromSame(one: ListedProfile, other: ListedProfile): boolean {
  return originOf(one) === originOf(other);
}

/** The previous state of the profile, if it has another account or host now, or cannot be used. */
export function leftProfile(
  before: ListedProfile | undefined,
  now: ListedProfile | undefined,
): ListedProfile | undefined {
  if (before === undefined || before.id !== now?.id) return undefined;
  return 'fault' in before || readsFromSame(before, now) ? undefined : before;
}

function originOf(profile: ListedProfile): string {
  return 'fault' in profile
    ? JSON.stringify([profile.id, profile.fault])
    : JSON.stringify([profile.id, profile.sid, profile.apiBaseUrl]);
}
