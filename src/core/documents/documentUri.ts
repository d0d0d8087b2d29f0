import { pickFields } from '../json/jsonObject.ts';
import {
  isTask,
  parseResourcePath,
  resourcePath,
  type ProfiledResource,
  type ProfiledTask,
} from '../resources/resourceReference.ts';

/** The URI scheme of all documents of this extension. */
export const TASK_SCHEME = 'taskrouter';

/**
 * The language of all documents: JSON without VS Code's JSON language features, which would report duplicate
 * keys and fetch the URL of a `$schema`.
 */
export const TASK_LANGUAGE = 'taskrouter-json';

/** The parts of VS Code's `Uri` that identify a document. */
export interface UriParts {
  readonly scheme: string;
  readonly authority: string;
  readonly path: string;
  readonly query: string;
  readonly fragment: string;
}

/** A profile id, also one of an earlier version, which VS Code's `Uri` keeps unchanged as the authority. */
const PROFILE_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/**
 * `taskrouter://<profile>/<WS…>.json`, `/<WS…>/<WT…>.json`, `/<WS…>/<WQ…>.json` and so on, or
 * `/<WS…>/<WT…>/<WR…>.json`. The same for every fetch of the resource.
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

/** `taskrouter://<profile>/<WS…>/<WT…>.json?fetch=<n>`: the answer of an earlier fetch of a Task. */
export function buildFetchUri(task: ProfiledTask, number: number): UriParts {
  return { ...buildResourceUri(task), query: `fetch=${number}` };
}

/** Parses the URI of an earlier fetch of a Task. Returns `undefined` for any other URI. */
export function parseFetchUri(
  uri: UriParts,
): { readonly task: ProfiledTask; readonly number: number } | undefined {
  const [, digits] = /^fetch=([1-9]\d{0,8})$/.exec(uri.query) ?? [];
  const task = digits === undefined ? undefined : parseTaskUri({ ...uri, query: '' });
  return task && { task, number: Number(digits) };
}

/** Parses the URI of a resource's document. Returns `undefined` for any other URI. */
export function parseResourceUri(uri: UriParts): ProfiledResource | undefined {
  const { scheme, authority: profileId, path, query, fragment } = uri;
  const exact =
    scheme === TASK_SCHEME && query === '' && fragment === '' && PROFILE_ID.test(profileId);
  const [, sids = ''] = /^\/(.*)\.json$/.exec(path) ?? [];
  const resource = exact ? parseResourcePath(sids) : undefined;
  return resource && { profileId, ...resource };
}

/** Parses the URI of a Task's document. Returns `undefined` for any other URI, also a Reservation's. */
export function parseTaskUri(uri: UriParts): ProfiledTask | undefined {
  const resource = parseResourceUri(uri);
  return resource !== undefined && isTask(resource) ? resource : undefined;
}

/** Parses the URI of a resource's document or of an earlier fetch. Returns `undefined` for any other URI. */
export function parseDocumentUri(uri: UriParts): ProfiledResource | undefined {
  return parseResourceUri(uri) ?? parseFetchUri(uri)?.task;
}

const PARTS = ['scheme', 'authority', 'path', 'query', 'fragment'] as const;

/**
 * Reads a URI from a command's argument. As text, it must have this extension's scheme and neither query nor
 * fragment. Returns `undefined` if the argument is not a URI.
 */
export function readUri(argument: unknown): UriParts | undefined {
  if (typeof argument !== 'string') return readUriParts(argument);
  const [whole, authority = '', path = ''] =
    /^taskrouter:\/\/([^/?#]*)(\/[^?#]*)$/.exec(argument) ?? [];
  if (whole === undefined) return undefined;
  return { scheme: TASK_SCHEME, authority, path, query: '', fragment: '' };
}

/**
 * Recognizes a VS Code `Uri` by its properties, as one from another extension is not an instance of the same
 * class. Reads each property once: a getter could return another value after the check.
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
