import { pickFields } from '../json/jsonObject.ts';
import {
  isTask,
  parseResourcePath,
  resourcePath,
  type ProfiledResource,
  type ProfiledTask,
} from '../resources/resourceReference.ts';

/** Scheme of all documents of this extension. */
export const TASK_SCHEME = 'taskrouter';

/**
 * Their language: JSON without VS Code's JSON service, which would mark duplicate keys and ask the address
 * in a `$schema`.
 */
export const TASK_LANGUAGE = 'taskrouter-json';

/** The parts of a Uri that say which document it is. */
export interface UriParts {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** Profile ids, those of earlier versions included, are what a Uri's authority keeps as it is. */
const PROFILE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * `taskrouter://<profile>/<WS…>.json`, `/<WS…>/<WT…>.json`, `/<WS…>/<WQ…>.json` and the like, or
 * `/<WS…>/<WT…>/<WR…>.json`: the same for every fetch of that resource.
 */
export function buildResourceUri(resource: ProfiledResource): UriParts {
  return {
    scheme: TASK_SCHEME,
    authority: resource.profileId,
    path: `/${resourcePath(resource)}.json`,
    query: '',
    fragment: '',
  };
}

/** `taskrouter://<profile>/<WS…>/<WT…>.json?fetch=<n>`: what an earlier fetch of a Task brought. */
export function buildFetchUri(task: ProfiledTask, number: number): UriParts {
  return { ...buildResourceUri(task), query: `fetch=${number}` };
}

/** The Task and the number of its fetch whose document has this address; nothing for any other. */
export function parseFetchUri(
  address: UriParts,
): { readonly task: ProfiledTask; readonly number: number } | undefined {
  const [, digits] = /^fetch=([1-9]\d{0,8})$/.exec(address.query) ?? [];
  const task = digits === undefined ? undefined : parseTaskUri({ ...address, query: '' });
  return task && { task, number: Number(digits) };
}

/** The resource whose document has this address; nothing for any other address. */
export function parseResourceUri(address: UriParts): ProfiledResource | undefined {
  const { scheme, authority: profileId, path, query, fragment } = address;
  const exact =
    scheme === TASK_SCHEME && query === '' && fragment === '' && PROFILE_ID.test(profileId);
  const [, sids = ''] = /^\/(.*)\.json$/.exec(path) ?? [];
  const resource = exact ? parseResourcePath(sids) : undefined;
  return resource && { profileId, ...resource };
}

/** The Task whose document has this address; nothing for any other, that of a reservation included. */
export function parseTaskUri(address: UriParts): ProfiledTask | undefined {
  const resource = parseResourceUri(address);
  return resource !== undefined && isTask(resource) ? resource : undefined;
}

/** The resource that a document is about, be it as an earlier fetch brought it; nothing for any other. */
export function parseDocumentUri(address: UriParts): ProfiledResource | undefined {
  return parseResourceUri(address) ?? parseFetchUri(address)?.task;
}

const PARTS = ['scheme', 'authority', 'path', 'query', 'fragment'] as const;

/**
 * The Uri that a command was given, be it as text, in which case it is one of our own scheme without
 * query and fragment; nothing for what is no Uri.
 */
export function readUri(argument: unknown): UriParts | undefined {
  if (typeof argument !== 'string') return readUriParts(argument);
  const [whole, authority = '', path = ''] =
    /^taskrouter:\/\/([^/?#]*)(\/[^?#]*)$/.exec(argument) ?? [];
  if (whole === undefined) return undefined;
  return { scheme: TASK_SCHEME, authority, path, query: '', fragment: '' };
}

/**
 * A Uri of the editor, told by its shape: those of other extensions are of another class. Each part is
 * read once, lest what was checked be another than what is used.
 */
function readUriParts(value: unknown): UriParts | undefined {
  const { scheme, authority, path, query, fragment } = pickFields(value, ...PARTS);
  return typeof scheme === 'string' &&
    typeof authority === 'string' &&
    typeof path === 'string' &&
    typeof query === 'string' &&
    typeof fragment === 'string'
    ? { scheme, authority, path, query, fragment }
    : undefined;
}
