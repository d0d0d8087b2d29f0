import { message, type Message } from '../messages/message.ts';
import { shownText } from '../messages/plainText.ts';
import type { Profile } from '../profiles/profile.ts';
import type { ListedProfile } from '../profiles/profileDirectory.ts';
import { regionOfHost } from '../profiles/twilioHosts.ts';
import { plainNotation } from './plainNotation.ts';

/**
 * The host that a text states for a resource. Empty if the text states none, as in a URL whose host is a
 * variable.
 */
export interface StatedHost {
  /** The origin of the API's URL; an invalid one stays as written. */
  readonly apiOrigin?: string;
  /** The region in a URL of the Console or of another Twilio host, such as `ie1`. */
  readonly region?: string;
}

/** The URL around a SID, in plain notation and with {@link VARIABLE} for each variable. */
export interface AddressAround {
  readonly before: string;
  readonly after: string;
}

/** Replaces a variable of any notation in a URL. */
const VARIABLE = '$';

/** How far a URL is read on either side of a SID. */
const MAX_ADDRESS_CHARS = 2048;

const REGION = '[a-z]{2}[1-9]';
const API_PATH = /\/v\d+\/workspaces(?:[/?#]|$)/i;
const BREAK = /[\s"'`<>]/;
const SCHEME = /https?:[/\\]+/gi;

/** A variable between slashes: `${…}`, `{{ … }}`, `{…}`, `<…>` or `$(…)`. */
const BETWEEN_SLASHES =
  /(?<=[/.])(?:[$#]?\{{1,2}[^{}"\n/]{0,80}\}{1,2}|<[^<>"\n/]{1,80}>|\$\([^()\n/]{1,80}\))(?=[/.:]|$)/g;
/** An expression between two strings of source code: `Workspaces/" + sid + "/Tasks`. */
const BETWEEN_STRINGS =
  /(?<=\/)["'`]\s?[+.,&|]{1,2}\s?[^\s"'`]{1,80}\s?[+.,&|]{1,2}\s?["'`](?=\/)/g;
/** The boundary between two concatenated strings. */
const ADJACENT_STRINGS = /(?<=\/)["'`]\s?[+.]\s?["'`]/g;

const NAME = String.raw`(?:[\w-]+\.)+[a-z]{2,}\.?|localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\]|[a-z][\w-]*(?=:\d)`;
/** A host without a scheme, at the start of a URL or after `//`. */
const BARE_HOST = new RegExp(String.raw`(?:(?<![\w./-])|(?<=//))(?:${NAME})(?::\d+)?(?=/|$)`, 'i');
/** TaskRouter's host counts anywhere in a path, as in the URL of a proxy. */
const TASKROUTER_HOST = String.raw`taskrouter(?:\.[\w-]+){0,2}\.twilio\.com`;
const IN_PATH = new RegExp(String.raw`(?<![\w.-])${TASKROUTER_HOST}(?::\d+)?(?=[/?#]|$)`, 'i');
const LOOPBACK = /^(?:localhost|127\.|\[)/i;

/** The region in a URL: in the path or query of the Console, otherwise in the host. */
const REGIONS: readonly RegExp[] = [
  new RegExp(String.raw`console\.twilio\.com/(${REGION})(?=[/?#]|$)`, 'gi'),
  new RegExp(String.raw`twilio\.com/[^\s]*[?&](?:x-target-)?region=(${REGION})(?![\w-])`, 'gi'),
  new RegExp(String.raw`[\w-]\.(${REGION})\.twilio\.com(?![\w-])`, 'gi'),
];

/** The text around a SID that can be one URL with it, in any notation. */
export function addressAround(text: string, offset: number, length: number): AddressAround {
  const start = Math.max(0, offset - MAX_ADDRESS_CHARS);
  const before = replaceVariables(plainNotation(text.slice(start, offset)));
  const end = offset + length;
  const after = replaceVariables(plainNotation(text.slice(end, end + MAX_ADDRESS_CHARS)));
  const breaks = lastBreak(before);
  return { before: before.slice(breaks + 1), after: after.split(BREAK, 1)[0] ?? '' };
}

/** The host or region that a URL states. */
export function statedHost({ before, after }: AddressAround): StatedHost {
  const apiOrigin = apiOriginOf(before);
  if (apiOrigin !== undefined) return { apiOrigin };
  const region = regionOf(before + after);
  return region === undefined ? {} : { region };
}

/** The host of a copied HTTP request: in its `Host` header, or the only TaskRouter host in the text. */
export function statedHostNearby(text: string): StatedHost {
  const [, header] = /^[> \t]{0,9}host:[ \t]{0,9}([\w.:[\]-]+)/im.exec(text) ?? [];
  const all =
    text.match(new RegExp(String.raw`(?<![\w.-])${TASKROUTER_HOST}(?![\w-])`, 'gi')) ?? [];
  const hosts = new Set(all.map((host) => host.toLowerCase()));
  const host = header ?? (hosts.size === 1 ? all[0] : undefined);
  const apiOrigin = host === undefined ? undefined : originOf(schemeOf(host), host);
  return apiOrigin === undefined ? {} : { apiOrigin };
}

/** Whether a profile reads from the stated host. True if none is stated. */
function isOwnHost({ apiOrigin, region }: StatedHost, profile: Profile): boolean {
  const isOrigin = apiOrigin === undefined || apiOrigin === new URL(profile.apiBaseUrl).origin;
  return isOrigin && (region === undefined || region === regionOfProfile(profile));
}

/** The profiles that read from the stated host. Empty if none is stated. */
export function profilesOfHost(
  stated: StatedHost,
  profiles: readonly ListedProfile[],
): readonly Profile[] {
  if (stated.apiOrigin === undefined && stated.region === undefined) return [];
  return profiles
    .filter((profile): profile is Profile => !('fault' in profile))
    .filter((profile) => isOwnHost(stated, profile));
}

/** A custom base URL has no region and counts as US1, like Twilio's host without a region. */
function regionOfProfile({ region, apiBaseUrl }: Profile): string {
  return region ?? regionOfHost(new URL(apiBaseUrl).hostname) ?? 'us1';
}

function apiOriginOf(before: string): string | undefined {
  const scheme = [...before.matchAll(SCHEME)].at(-1);
  if (scheme !== undefined) {
    const rest = before.slice(scheme.index + scheme[0].length);
    const [authority = ''] = rest.split(/[/\\?#]/, 1);
    if (!API_PATH.test(rest) && !IN_PATH.test(rest)) return undefined;
    const inPath = IN_PATH.exec(rest.slice(authority.length))?.[0];
    return originOf(/^https/i.test(scheme[0]) ? 'https' : 'http', inPath ?? authority);
  }
  const path = API_PATH.exec(before);
  const start = before.slice(0, path?.index ?? before.length);
  const host = IN_PATH.exec(start)?.[0] ?? (path === null ? undefined : BARE_HOST.exec(start)?.[0]);
  return host === undefined ? undefined : originOf(schemeOf(host), host);
}

/** The scheme for a host without one: https, or http for this machine. */
function schemeOf(host: string): string {
  return LOOPBACK.test(host) ? 'http' : 'https';
}

function originOf(scheme: string, authority: string): string | undefined {
  // Drops user name and password, which must not be shown or stored.
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (/[${}<>%*]/.test(host)) return undefined;
  const url = `${scheme}://${host}`;
  return URL.canParse(url) ? new URL(url).origin : url;
}

/** If a URL states several regions, one that is not the default counts. */
function regionOf(address: string): string | undefined {
  const named = REGIONS.flatMap((pattern) =>
    [...address.matchAll(pattern)].map(([, region = '']) => region.toLowerCase()),
  );
  return named.find((region) => region !== 'us1') ?? named[0];
}

function replaceVariables(address: string): string {
  return address
    .replace(BETWEEN_SLASHES, VARIABLE)
    .replace(BETWEEN_STRINGS, VARIABLE)
    .replace(ADJACENT_STRINGS, '');
}

function lastBreak(text: string): number {
  let at = text.length - 1;
  while (at >= 0 && !BREAK.test(text.charAt(at))) at--;
  return at;
}

/**
 * Explains that a URL states another host or region than the profile's, so that the resource belongs to
 * another account or region. Returns `undefined` if the URL states the profile's host or none.
 */
export function describeForeignHost(stated: StatedHost, profile: Profile): Message | undefined {
  if (isOwnHost(stated, profile)) return undefined;
  const { name, origin, apiBaseUrl } = profile;
  const { apiOrigin, region = '' } = stated;
  const place =
    apiOrigin === undefined ? message('region {0}', region.toUpperCase()) : shownText(apiOrigin);
  // Fetching the SID alone cannot help, as the sample has no Tasks of the user's account.
  if (origin === 'sample') {
    return message(
      'This address is on {0}, but the profile “{1}” is the built-in sample. Switch the profile to fetch it',
      place,
      name,
    );
  }
  return message(
    'This address is on {0}, but the profile “{1}” reads from {2}. Enter only the SID to look for it there',
    place,
    name,
    new URL(apiBaseUrl).origin,
  );
}
