import { TASK_SCHEME, type DocumentAddress } from './taskAddress.ts';

/**
 * The Uri that a command was given, be it as text, in which case it is one of our own scheme without
 * query and fragment; nothing for what is no Uri.
 */
export function readAddress(argument: unknown): DocumentAddress | undefined {
  if (typeof argument !== 'string') return isAddress(argument) ? argument : undefined;
  const [whole, authority = '', path = ''] =
    /^taskrouter:\/\/([^/?#]*)(\/[^?#]*)$/.exec(argument) ?? [];
  if (whole === undefined) return undefined;
  return { scheme: TASK_SCHEME, authority, path, query: '', fragment: '' };
}

/** A Uri of the editor, told by its shape: those of other extensions are of another class. */
function isAddress(value: unknown): value is DocumentAddress {
  if (typeof value !== 'object' || value === null) return false;
  const parts = value as Record<string, unknown>;
  return ['scheme', 'authority', 'path', 'query', 'fragment'].every(
    (part) => typeof parts[part] === 'string',
  );
}
