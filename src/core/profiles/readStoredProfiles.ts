import { fieldsOf } from '../json/jsonObject.ts';
import { parseSid } from '../sids/sid.ts';
import type { ProfilePlace, StoredProfile } from './storedProfile.ts';

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Reads what a store holds, which an older or newer version may have written. Never throws. */
export function readStoredProfiles(value: unknown): readonly StoredProfile[] {
  return Array.isArray(value) ? value.flatMap(readProfile) : [];
}

function readProfile(row: unknown): StoredProfile[] {
  const { id, name, sid, accountSid, formerId, place: where } = fieldsOf(row);
  const place = readPlace(fieldsOf(where));
  const valid =
    typeof id === 'string' &&
    ID.test(id) &&
    typeof name === 'string' &&
    typeof sid === 'string' &&
    (parseSid(sid, 'SK').valid || parseSid(sid, 'AC').valid) &&
    place !== undefined;
  if (!valid) return [];
  const account = typeof accountSid === 'string' && parseSid(accountSid, 'AC').valid;
  const former = typeof formerId === 'string' && ID.test(formerId);
  return [{ id, name, sid, ...(account && { accountSid }), place, ...(former && { formerId }) }];
}

function readPlace({
  baseUrl,
  region,
  edge,
}: Readonly<Record<string, unknown>>): ProfilePlace | undefined {
  if (typeof baseUrl === 'string') return { baseUrl };
  return typeof region === 'string' && typeof edge === 'string' ? { region, edge } : undefined;
}
