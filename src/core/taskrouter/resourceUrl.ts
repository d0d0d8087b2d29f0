import {
  parseResourcePath,
  type ResourceReference,
  type TaskReference,
} from '../resources/resourceReference.ts';
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

/** A placeholder, also in a part of the address that is percent-encoded as a whole. */
const PLACEHOLDER = /(?:\{|%7b)(workspaceSid|taskSid)(?:\}|%7d)/gi;

/** What an address is written with (RFC 3986): it needs no one to mend it. */
const WRITTEN_WHOLE = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/;

/**
 * The address of a Task's page by the template of `taskrouter.consoleUrlTemplate`, as it is written
 * there; nothing if that does not make an https or http address.
 */
export function consoleUrl(template: string, task: TaskReference): string | undefined {
  const text = template
    .trim()
    .replace(PLACEHOLDER, (_, name: string) =>
      name.toLowerCase() === 'tasksid' ? task.taskSid : task.workspaceSid,
    );
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return undefined;
  return WRITTEN_WHOLE.test(text) ? text : url.href;
}
