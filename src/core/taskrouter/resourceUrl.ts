import {
  parseResourcePath,
  type ResourceReference,
  type TaskReference,
} from '../resources/resourceReference.ts';
import { apiPath } from './apiPath.ts';

/**
 * The resource of a URL in an answer, such as one of `url` and `links`. Returns `undefined` if the URL is not
 * on the profile's own host, or not that of a resource with a document but of a list, for example.
 */
export function resourceOfApiUrl(
  url: string,
  { apiBaseUrl }: { readonly apiBaseUrl: string },
): ResourceReference | undefined {
  if (!URL.canParse(url)) return undefined;
  const { href } = new URL(url);
  const workspaces = new URL(`${apiBaseUrl}/v1/Workspaces/`).href;
  // SIDs and collection names alternate.
  const sids = href
    .slice(workspaces.length)
    .split('/')
    .filter((_, index) => index % 2 === 0);
  const resource = parseResourcePath(sids.join('/'));
  // Comparing the whole URL also checks the host, the collection names, and that there is no query.
  return resource !== undefined && href === new URL(apiBaseUrl + apiPath(resource)).href
    ? resource
    : undefined;
}

/** A placeholder, also in a percent-encoded part of the URL. */
const PLACEHOLDER = /(?:\{|%7b)(workspaceSid|taskSid)(?:\}|%7d)/gi;

/** Only characters that RFC 3986 allows in a URL. */
const VALID_URL_CHARACTERS = /^[\w\-.~:/?#[\]@!$&'()*+,;=%]+$/;

/**
 * The URL of a Task's page by the template in `taskrouter.consoleUrlTemplate`. Returns `undefined` if the
 * result is not an https or http URL. Percent-encoding in the template is kept.
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
  return VALID_URL_CHARACTERS.test(text) ? text : url.href;
}
