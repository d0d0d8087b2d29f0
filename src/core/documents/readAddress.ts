import { takeFields } from '../json/jsonObject.ts';
import { TASK_SCHEME, type DocumentAddress } from './taskAddress.ts';

const PARTS = ['scheme', 'authority', 'path', 'query', 'fragment'] as const;

/**
 * The Uri that a command was given, be it as text, in which case it is one of our own scheme without
 * query and fragment; nothing for what is no Uri.
 */
export function readAddress(argument: unknown): DocumentAddress | undefined {
  if (typeof argument !== 'string') return readParts(argument);
  const [whole, authority = '', path = ''] =
    /^taskrouter:\/\/([^/?#]*)(\/[^?#]*)$/.exec(argument) ?? [];
  if (whole === undefined) return undefined;
  return { scheme: TASK_SCHEME, authority, path, query: '', fragment: '' };
}

/**
 * A Uri of the editor, told by its shape: those of other extensions are of another class. Each part is
 * read once, lest what was checked be another than what is used.
 */
function readParts(value: unknown): DocumentAddress | undefined {
  const { scheme, authority, path, query, fragment } = takeFields(value, ...PARTS);
  return typeof scheme === 'string' &&
    typeof authority === 'string' &&
    typeof path === 'string' &&
    typeof query === 'string' &&
    typeof fragment === 'string'
    ? { scheme, authority, path, query, fragment }
    : undefined;
}
