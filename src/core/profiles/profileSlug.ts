import { SAMPLE_PROFILE_ID } from './sampleProfile.ts';

/** Ids of profiles that nobody can add. */
const RESERVED = ['env', SAMPLE_PROFILE_ID];

/**
 * An id for a profile of this name, that no other has or had: what an id was used for once must not
 * be answered with the credentials of another profile later.
 */
export function profileSlug(name: string, used: Iterable<string>): string {
  const taken = new Set([...RESERVED, ...used]);
  const plain = name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}+/gu, '')
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, 40)
    .replace(/^-+|-+$/g, '');
  const base = plain === '' ? 'profile' : plain;
  let slug = base;
  for (let n = 2; taken.has(slug); n++) slug = `${base}-${n}`;
  return slug;
}
