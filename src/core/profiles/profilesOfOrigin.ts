import type { Profile } from './profile.ts';
import type { ListedProfile } from './profileDirectory.ts';

/** The profiles that read from an origin, such as `https://taskrouter.twilio.com`. */
export function profilesOfOrigin(
  origin: string,
  profiles: readonly ListedProfile[],
): readonly Profile[] {
  return profiles
    .filter((profile): profile is Profile => !('fault' in profile))
    .filter(({ apiBaseUrl }) => new URL(apiBaseUrl).origin === origin);
}
