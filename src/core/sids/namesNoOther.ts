import { isSameSid } from './isSameSid.ts';

/**
 * Whether a field of an answer lets it be of the resource that was asked for. The schema allows null
 * for every field, and any may be missing: what an answer does not say contradicts nothing.
 */
export function namesNoOther(field: unknown, asked: string | undefined): boolean {
  return typeof field !== 'string' || asked === undefined || isSameSid(field, asked);
}
