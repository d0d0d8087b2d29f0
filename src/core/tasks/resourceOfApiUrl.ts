import { parseResourcePath, type ResourceReference } from '../resources/resourceReference.ts';
import { apiPath } from './apiPath.ts';

/**
 * The resource that an address within an answer leads to, as `url` and `links` have them; nothing if
 * it is on another host than the profile's own, or of something that has no document, such as a list.
 */
export function resourceOfApiUrl(
  url: string,
  { apiBaseUrl }: { readonly apiBaseUrl: string },
): ResourceReference | undefined {
  if (!URL.canParse(url)) return undefined;
  const { href } = new URL(url);
  const workspaces = new URL(`${apiBaseUrl}/v1/Workspaces/`).href;
  // SIDs and names of collections take turns.
  const sids = href
    .slice(workspaces.length)
    .split('/')
    .filter((_, index) => index % 2 === 0);
  const resource = parseResourcePath(sids.join('/'));
  // Holds the host, the names of the collections, and whatever else stands in the address.
  return resource !== undefined && href === new URL(apiBaseUrl + apiPath(resource)).href
    ? resource
    : undefined;
}
