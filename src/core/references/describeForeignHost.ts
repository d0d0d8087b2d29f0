import { message, type Message } from '../messages/message.ts';
import type { Profile } from '../profiles/profile.ts';

/**
 * Why a profile must not answer an API URL: it names another host than the profile's own, so that
 * what it names is of another region or account. Nothing if the reference names no host, or that one.
 */
export function describeForeignHost(
  { apiOrigin }: { readonly apiOrigin?: string },
  { name, origin, apiBaseUrl }: Profile,
): Message | undefined {
  const own = new URL(apiBaseUrl).origin;
  if (apiOrigin === undefined || apiOrigin === own) return undefined;
  // Nobody has a Task of an account by its SID in the sample.
  if (origin === 'sample') {
    return message(
      'This address is on {0}, but the profile “{1}” is the built-in sample: switch the profile to fetch it',
      apiOrigin,
      name,
    );
  }
  return message(
    'This address is on {0}, but the profile “{1}” reads from {2}: give the SID alone to look for it there',
    apiOrigin,
    name,
    own,
  );
}
