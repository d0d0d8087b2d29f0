import { asRecord } from '../json/jsonObject.ts';
import { isSidOf } from '../sids/sid.ts';
import type { ListedProfile } from './profileDirectory.ts';
import { readProfileBadge, type ProfileBadge } from './profileBadge.ts';
import { freeProfileName } from './profileName.ts';
import { parseBaseUrl, twilioHosts, type TwilioHosts } from './twilioHosts.ts';

/** A profile as stored, without its secret and without values that are derived from the others. */
export interface StoredProfile {
  /** See `newProfileId`; derived from the name if an earlier version created it. */
  readonly id: string;
  readonly name: string;
  /** `SK…` or `AC…`. */
  readonly sid: string;
  /** The account of an API key, if an answer contained it. */
  readonly accountSid?: string;
  readonly place: Endpoint;
  /** The id that an earlier version derived from the name; older tabs and pinned Tasks still use it. */
  readonly formerId?: string;
  readonly badge?: ProfileBadge | undefined;
}

/** The server of a profile: Twilio by region and edge (both empty for US1), or a custom base URL. */
export type Endpoint =
  { readonly region: string; readonly edge: string } | { readonly baseUrl: string };

const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** Reads stored profiles, which an older or newer version may have written. Never throws. */
export function readStoredProfiles(value: unknown): readonly StoredProfile[] {
  return Array.isArray(value) ? value.flatMap(readProfile) : [];
}

function readProfile(row: unknown): StoredProfile[] {
  const { id, name, sid, accountSid, formerId, place: where, badge: mark } = asRecord(row);
  const place = readEndpoint(asRecord(where));
  const valid =
    typeof id === 'string' &&
    ID.test(id) &&
    typeof name === 'string' &&
    typeof sid === 'string' &&
    (isSidOf(sid, 'SK') || isSidOf(sid, 'AC')) &&
    place !== undefined;
  if (!valid) return [];
  const account = isSidOf(accountSid, 'AC');
  const former = typeof formerId === 'string' && ID.test(formerId);
  const badge = readProfileBadge(mark);
  return [
    {
      ...{ id, name, sid, ...(account && { accountSid }), place },
      ...(former && { formerId }),
      ...(badge !== undefined && { badge }),
    },
  ];
}

function readEndpoint({
  baseUrl,
  region,
  edge,
}: Readonly<Record<string, unknown>>): Endpoint | undefined {
  if (typeof baseUrl === 'string') return { baseUrl };
  return typeof region === 'string' && typeof edge === 'string' ? { region, edge } : undefined;
}

/** The hosts of an endpoint. Returns `undefined` if credentials must not be sent there. */
export function endpointHosts(place: Endpoint): TwilioHosts | undefined {
  if ('baseUrl' in place) {
    const apiBaseUrl = parseBaseUrl(place.baseUrl);
    return apiBaseUrl === undefined ? undefined : { apiBaseUrl };
  }
  const result = twilioHosts(place.region, place.edge);
  return result.valid ? result.hosts : undefined;
}

/** The host shown for an endpoint. Empty if credentials must not be sent there. */
export function endpointHost(place: Endpoint): string {
  const hosts = endpointHosts(place);
  return hosts === undefined ? '' : new URL(hosts.apiBaseUrl).host;
}

/** A stored profile with the hosts of its endpoint. */
export function toProfile({ place, ...stored }: StoredProfile): ListedProfile {
  const hosts = endpointHosts(place);
  return hosts === undefined
    ? { ...stored, origin: 'stored', fault: { kind: 'profileNotUsable', profileName: stored.name } }
    : { ...stored, origin: 'stored', ...hosts };
}

/** This window's changes to the list of profiles, until another window can no longer overwrite them. */
export interface ProfileEdits {
  readonly added: readonly StoredProfile[];
  readonly removed: ReadonlySet<string>;
}

/**
 * Applies this window's changes to the stored list again: each window writes the whole list, so that of two
 * simultaneous writes the later one discards the earlier. Duplicate names get a suffix. A profile of an
 * earlier version is dropped once another has replaced it.
 */
export function mergeProfiles(
  read: readonly StoredProfile[],
  { added, removed }: ProfileEdits,
): readonly StoredProfile[] {
  const ids = new Set(read.map(({ id }) => id));
  const all = [...read, ...added.filter(({ id }) => !ids.has(id))];
  const replaced = new Set(all.map(({ formerId }) => formerId));
  const kept = all.filter(({ id }) => !removed.has(id) && !replaced.has(id));
  const names = distinctNames(kept);
  return kept.map((profile) => {
    const name = names.get(profile.id) ?? profile.name;
    return name === profile.name ? profile : { ...profile, name };
  });
}

/**
 * A unique name for each id, ignoring case. Depends on the ids and not on the order of the profiles, which
 * can differ between windows.
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
  // Suffixes come last, so that a name with a suffix is never the name of another profile.
  for (const { id, name } of byId) {
    if (!names.has(id)) names.set(id, freeProfileName(name, [...names.values()]));
  }
  return names;
}
