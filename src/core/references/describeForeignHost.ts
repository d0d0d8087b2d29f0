import { message, type Message } from '../messages/message.ts';
import { shownText } from '../privacy/shownText.ts';
import type { Profile } from '../profiles/profile.ts';
import { isOwnHost, type StatedHost } from './statedHost.ts';

/**
 * Why a profile must not answer for an address: it names another host or region than the profile's
 * own, so that what it names is of another region or account. Nothing if the reference names none, or
 * that one.
 */
export function describeForeignHost(stated: StatedHost, profile: Profile): Message | undefined {
  if (isOwnHost(stated, profile)) return undefined;
  const { name, origin, apiBaseUrl } = profile;
  const { apiOrigin, region = '' } = stated;
  const place =
    apiOrigin === undefined
      ? message('region {0}', region.toUpperCase())
      : shownText(apiOrigin, false);
  // Nobody has a Task of an account by its SID in the sample.
  if (origin === 'sample') {
    return message(
      'This address is on {0}, but the profile “{1}” is the built-in sample: switch the profile to fetch it',
      place,
      name,
    );
  }
  return message(
    'This address is on {0}, but the profile “{1}” reads from {2}: give the SID alone to look for it there',
    place,
    name,
    new URL(apiBaseUrl).origin,
  );
}
