import { parseBaseUrl } from './parseBaseUrl.ts';
import type { ProfilePlace } from './storedProfile.ts';
import { twilioHosts, type TwilioHosts } from './twilioHosts.ts';

/** The hosts that a place means; nothing if credentials must not go there. */
export function placeHosts(place: ProfilePlace): TwilioHosts | undefined {
  if ('baseUrl' in place) {
    const apiBaseUrl = parseBaseUrl(place.baseUrl);
    return apiBaseUrl === undefined ? undefined : { apiBaseUrl };
  }
  const result = twilioHosts(place.region, place.edge);
  return result.valid ? result.hosts : undefined;
}
