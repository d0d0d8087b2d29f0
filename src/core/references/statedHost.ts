import { message, type Message } from '../messages/message.ts';
import { shownText } from '../messages/plainText.ts';
import type { Profile } from '../profiles/profile.ts';
import type { ListedProfile } from '../profiles/profileDirectory.ts';
import { regionOfHost } from '../profiles/twilioHosts.ts';
import { plainNotation } from './plainNotation.ts';

/**
 * Which host a text says that something is read from. Nothing of it is there where the text does not
 * say it, and an address whose host is a variable does not.
 */
export interface StatedHost {
  /** Origin of the API's address; one that no URL can have stays as it was written. */
  readonly apiOrigin?: string;
  /** Region that an address of the Console, or of another of Twilio's hosts, names, such as `ie1`. */
  readonly region?: string;
}

/** The address around something, in plain notation and with {@link VARIABLE} for each variable. */
export interface AddressAround {
  readonly before: string;
  readonly after: string;
}

/** Stands in an address for a variable of any notation. */
const VARIABLE = '$';

/** How far an address reaches to either side of a SID in it: a log may have no other for megabytes. */
const MAX_ADDRESS_CHARS = 2048;

const REGION = '[a-z]{2}[1-9]';
const API_PATH = /\/v\d+\/workspaces(?:[/?#]|$)/i;
const BREAK = /[\s"'`<>]/;
const SCHEME = /https?:[/\\]+/gi;

/** Between slashes, `${…}`, `{{ … }}`, `{…}`, `<…>` and `$(…)`: a variable, whatever is in it. */
const BETWEEN_SLASHES =
  /(?<=[/.])(?:[$#]?\{{1,2}[^{}"\n/]{0,80}\}{1,2}|<[^<>"\n/]{1,80}>|\$\([^()\n/]{1,80}\))(?=[/.:]|$)/g;
/** A part of a string and the next one, with what code puts between: `Workspaces/" + sid + "/Tasks`. */
const BETWEEN_STRINGS =
  /(?<=\/)["'`]\s?[+.,&|]{1,2}\s?[^\s"'`]{1,80}\s?[+.,&|]{1,2}\s?["'`](?=\/)/g;
/** A part of a string right before the next one. */
const ADJACENT_STRINGS = /(?<=\/)["'`]\s?[+.]\s?["'`]/g;

const NAME = String.raw`(?:[\w-]+\.)+[a-z]{2,}\.?|localhost|\d{1,3}(?:\.\d{1,3}){3}|\[[0-9a-f:.]+\]|[a-z][\w-]*(?=:\d)`;
/** A host without a scheme: where an address begins, or behind `//`. */
const BARE_HOST = new RegExp(String.raw`(?:(?<![\w./-])|(?<=//))(?:${NAME})(?::\d+)?(?=/|$)`, 'i');
/** Twilio's hosts are meant wherever they stand in a path. */
const TASKROUTER_HOST = String.raw`taskrouter(?:\.[\w-]+){0,2}\.twilio\.com`;
const IN_PATH = new RegExp(String.raw`(?<![\w.-])${TASKROUTER_HOST}(?::\d+)?(?=[/?#]|$)`, 'i');
const LOOPBACK = /^(?:localhost|127\.|\[)/i;

/** What an address says of its region: of the Console by its path or its query, else by its host. */
const REGIONS: readonly RegExp[] = [
  new RegExp(String.raw`console\.twilio\.com/(${REGION})(?=[/?#]|$)`, 'gi'),
  new RegExp(String.raw`twilio\.com/[^\s]*[?&](?:x-target-)?region=(${REGION})(?![\w-])`, 'gi'),
  new RegExp(String.raw`[\w-]\.(${REGION})\.twilio\.com(?![\w-])`, 'gi'),
];

/** The address around a part of a text, in whatever notation it stands there; it may be no address. */
export function addressAround(text: string, offset: number, length: number): AddressAround {
  const before = joined(plainNotation(text.slice(Math.max(0, offset - MAX_ADDRESS_CHARS), offset)));
  const end = offset + length;
  const after = joined(plainNotation(text.slice(end, end + MAX_ADDRESS_CHARS)));
  const breaks = lastBreak(before);
  return { before: before.slice(breaks + 1), after: after.split(BREAK, 1)[0] ?? '' };
}

/** The host that an address states: the one place that knows, for every notation that is read. */
export function statedHost({ before, after }: AddressAround): StatedHost {
  const apiOrigin = apiOriginOf(before);
  if (apiOrigin !== undefined) return { apiOrigin };
  const region = regionOf(before + after);
  return region === undefined ? {} : { region };
}

/** What a request that was copied as a whole says of its host, apart from its path. */
export function statedHostNearby(text: string): StatedHost {
  const [, header] = /^[> \t]{0,9}host:[ \t]{0,9}([\w.:[\]-]+)/im.exec(text) ?? [];
  const all =
    text.match(new RegExp(String.raw`(?<![\w.-])${TASKROUTER_HOST}(?![\w-])`, 'gi')) ?? [];
  const hosts = new Set(all.map((host) => host.toLowerCase()));
  const host = header ?? (hosts.size === 1 ? all[0] : undefined);
  const apiOrigin = host === undefined ? undefined : originOf(schemeOf(host), host);
  return apiOrigin === undefined ? {} : { apiOrigin };
}

/** Whether a profile reads from the host that is stated; also if none is. */
function isOwnHost({ apiOrigin, region }: StatedHost, profile: Profile): boolean {
  const isOrigin = apiOrigin === undefined || apiOrigin === new URL(profile.apiBaseUrl).origin;
  return isOrigin && (region === undefined || region === regionOfProfile(profile));
}

/** The profiles that read from the host that is stated. */
export function profilesOfHost(
  stated: StatedHost,
  profiles: readonly ListedProfile[],
): readonly Profile[] {
  if (stated.apiOrigin === undefined && stated.region === undefined) return [];
  return profiles
    .filter((profile): profile is Profile => !('fault' in profile))
    .filter((profile) => isOwnHost(stated, profile));
}

/** A base URL of one's own names no region, and stands for US1 as Twilio's host without one does. */
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

/** Without a scheme, as browsers guess it today; only this machine is spoken to in the clear. */
function schemeOf(host: string): string {
  return LOOPBACK.test(host) ? 'http' : 'https';
}

function originOf(scheme: string, authority: string): string | undefined {
  // Behind user name and password, which stay out of everything.
  const host = authority.slice(authority.lastIndexOf('@') + 1);
  if (/[${}<>%*]/.test(host)) return undefined;
  const url = `${scheme}://${host}`;
  return URL.canParse(url) ? new URL(url).origin : url;
}

/** If several are named, one that is not the default decides: that one is meant. */
function regionOf(address: string): string | undefined {
  const named = REGIONS.flatMap((pattern) =>
    [...address.matchAll(pattern)].map(([, region = '']) => region.toLowerCase()),
  );
  return named.find((region) => region !== 'us1') ?? named[0];
}

function joined(address: string): string {
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
 * Why a profile must not answer for an address: it names another host or region than the profile's
 * own, so that what it names is of another region or account. Nothing if the reference names none, or
 * that one.
 */
export function describeForeignHost(stated: StatedHost, profile: Profile): Message | undefined {
  if (isOwnHost(stated, profile)) return undefined;
  const { name, origin, apiBaseUrl } = profile;
  const { apiOrigin, region = '' } = stated;
  const place =
    apiOrigin === undefined ? message('region {0}', region.toUpperCase()) : shownText(apiOrigin);
  // Nobody has a Task of an account by its SID in the sample.
  if (origin === 'sample') {
    return message(
      'This address is on {0}, but the profile “{1}” is the built-in sample: switch the profile to fetch it',
      place,
      name,
    );
  }
  return message(
    'This address is on {0}, but the profile “{1}” reads from {2}: give the SID alone to look for it there',
    place,
    name,
    new URL(apiBaseUrl).origin,
  );
}
