import { asRecord } from '../json/jsonObject.ts';
import { parseSid } from '../sids/sid.ts';
import type { ListedProfile } from './profileDirectory.ts';
import { freeProfileName } from './profileName.ts';
import { parseBaseUrl, twilioHosts, type TwilioHosts } from './twilioHosts.ts';

/** What is kept of a profile beside its secret: how it was described, not what follows from that. */
export interface StoredProfile {
  /** See `newProfileId`; made of the name where an earlier version added it. */
  readonly id: string;
  readonly name: string;
  /** `SK…` or `AC…`. */
  readonly sid: string;
  /** Of the key's account, if an answer told. */
  readonly accountSid?: string;
  readonly place: Endpoint;
  /** The id that an earlier version made of the name, by which tabs and pins of then are named. */
  readonly formerId?: string;
}

/** Where a profile reads from: Twilio, by region and edge, both empty for US1; or somewhere else. */
export type Endpoint =
  { readonly region: string; readonly edge: string } | { readonly baseUrl: string };

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Reads what a store holds, which an older or newer version may have written. Never throws. */
export function readStoredProfiles(value: unknown): readonly StoredProfile[] {
  return Array.isArray(value) ? value.flatMap(readProfile) : [];
}

function readProfile(row: unknown): StoredProfile[] {
  const { id, name, sid, accountSid, formerId, place: where } = asRecord(row);
  const place = readEndpoint(asRecord(where));
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

function readEndpoint({
  baseUrl,
  region,
  edge,
}: Readonly<Record<string, unknown>>): Endpoint | undefined {
  if (typeof baseUrl === 'string') return { baseUrl };
  return typeof region === 'string' && typeof edge === 'string' ? { region, edge } : undefined;
}

/** The hosts that a place means; nothing if credentials must not go there. */
export function endpointHosts(place: Endpoint): TwilioHosts | undefined {
  if ('baseUrl' in place) {
    const apiBaseUrl = parseBaseUrl(place.baseUrl);
    return apiBaseUrl === undefined ? undefined : { apiBaseUrl };
  }
  const result = twilioHosts(place.region, place.edge);
  return result.valid ? result.hosts : undefined;
}

/** The host that an endpoint is shown by; empty if credentials must not go there. */
export function endpointHost(place: Endpoint): string {
  const hosts = endpointHosts(place);
  return hosts === undefined ? '' : new URL(hosts.apiBaseUrl).host;
}

/** A stored profile with the hosts that its place means. */
export function toProfile({ place, ...stored }: StoredProfile): ListedProfile {
  const hosts = endpointHosts(place);
  return hosts === undefined
    ? { ...stored, origin: 'stored', fault: { kind: 'profileNotUsable', profileName: stored.name } }
    : { ...stored, origin: 'stored', ...hosts };
}

/** What a window did to the list of profiles, for as long as another can have written over it. */
export interface ProfileEdits {
  readonly added: readonly StoredProfile[];
  readonly removed: ReadonlySet<string>;
}

/**
 * The list that was read, with what this window did to it: two windows that write at the same time write
 * the whole list, and the later one knows nothing of the other. Of equal names all but one get a
 * suffix. A profile of an earlier version gives way to the one that has taken it over.
 */
export function mergeProfiles(
  read: readonly StoredProfile[],
  { added, removed }: ProfileEdits,
): readonly StoredProfile[] {
  const ids = new Set(read.map(({ id }) => id));
  const all = [...read, ...added.filter(({ id }) => !ids.has(id))];
  const takenOver = new Set(all.map(({ formerId }) => formerId));
  const kept = all.filter(({ id }) => !removed.has(id) && !takenOver.has(id));
  const names = distinctNames(kept);
  return kept.map((profile) => {
    const name = names.get(profile.id) ?? profile.name;
    return name === profile.name ? profile : { ...profile, name };
  });
}

/**
 * A name for each id, unlike all others whatever their case. Decided by the ids, as windows may have the same
 * profiles in different orders.
 */
function distinctNames(profiles: readonly StoredProfile[]): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const byId = profiles.toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const taken = new Set<string>();
  for (const { id, name } of byId) {
    if (taken.has(name.toLowerCase())) continue;
    taken.add(name.toLowerCase());
    names.set(id, name);
  }
  // Only now, so that a suffix is none that another profile has by name.
  for (const { id, name } of byId) {
    if (!names.has(id)) names.set(id, freeProfileName(name, [...names.values()]));
  }
  return names;
}
