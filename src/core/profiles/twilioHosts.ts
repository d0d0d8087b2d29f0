import type { Profile } from './profile.ts';

/**
 * The hosts that VS Code never sends through a proxy (`useProxySettings` of `@vscode/proxy-agent`). Other
 * addresses of this machine, such as 127.0.0.2, are none of them.
 */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A base URL that credentials may go to: https, or http where nobody is on the way. Without a final
 * slash; nothing for any other text.
 */
export function parseBaseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, origin, pathname, username, password, search, hash } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  const plain = [username, password, search, hash].every((part) => part === '');
  return safe && plain ? origin + pathname.replace(/\/+$/, '') : undefined;
}

/** Regions where TaskRouter is documented, with the edge that Twilio names for each. */
const DEFAULT_EDGE: ReadonlyMap<string, string> = new Map([
  ['us1', 'ashburn'],
  ['ie1', 'dublin'],
]);
const DEFAULT_REGION: ReadonlyMap<string, string> = new Map(
  [...DEFAULT_EDGE].map(([region, edge]) => [edge, region]),
);

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The region that one of Twilio's hosts is in; nothing for any other host. */
export function regionOfHost(host: string): string | undefined {
  const [, label] = /^(?:[\w-]+\.)*?(?:([a-z]{2}[1-9])\.)?twilio\.com$/i.exec(host) ?? [];
  return label === undefined && !/(?:^|\.)twilio\.com$/i.test(host)
    ? undefined
    : (label?.toLowerCase() ?? 'us1');
}
/** How Twilio names its regions, so that one is told from an edge: `us1`, `ie1`, `au1`. */
const REGION = /^[a-z]{2}\d{1,2}$/;

/** Between the names of one text, as in `dublin.ie1`, `IE1 / Dublin` and `au1 sydney`. */
const SEPARATOR = /\s*[\s./,]\s*/;

/** As in `IE1 (Dublin)`. */
const BRACKETED = / ?\(([^()]*)\)$/;

/** What surrounds region and edge in the name of a host. */
const HOST_START = /^(?:https?:\/+)?(?:api|taskrouter|flex-api)\./;
const HOST_END = /\.twilio\.com\/?$/;

/** What of a profile its region and edge decide. */
export type TwilioHosts = Pick<Profile, 'apiBaseUrl' | 'flexBaseUrl' | 'region' | 'edge'>;

/** Which name cannot be part of a host, or that the region is one that needs an edge named. */
type HostFault = 'region' | 'edge' | 'edgeMissing';

export type TwilioHostsResult =
  | { readonly valid: true; readonly hosts: TwilioHosts }
  | { readonly valid: false; readonly fault: HostFault };

/**
 * A profile's own hosts in a region, reached through an edge; both empty is US1 without an edge.
 * An edge alone means us1, unless it was written where a region belongs. A region alone gets its usual
 * edge, because Twilio withdraws the hosts that name no edge.
 */
export function twilioHosts(region: string, edge: string): TwilioHostsResult {
  const names = readNames(region, edge);
  if ('fault' in names) return { valid: false, fault: names.fault };
  if (names.region === '' && names.edge === '')
    return { valid: true, hosts: hostsOf('twilio.com') };
  const actualRegion = names.region === '' ? 'us1' : names.region;
  const actualEdge = names.edge === '' ? DEFAULT_EDGE.get(actualRegion) : names.edge;
  if (actualEdge === undefined) return { valid: false, fault: 'edgeMissing' };
  return {
    valid: true,
    hosts: {
      ...hostsOf(`${actualEdge}.${actualRegion}.twilio.com`),
      edge: actualEdge,
      ...(actualRegion !== 'us1' && { region: actualRegion }),
    },
  };
}

interface Names {
  readonly region: string;
  readonly edge: string;
}

/**
 * Region and edge as people write them: each where it belongs, both in one text in either order, in
 * the name of a host, or the one where the other belongs. Two regions or two edges cannot be meant.
 */
function readNames(region: string, edge: string): Names | { readonly fault: HostFault } {
  const forRegion = namesIn(region);
  const forEdge = namesIn(edge);
  if (forRegion === undefined) return { fault: 'region' };
  if (forEdge === undefined) return { fault: 'edge' };
  const all = [...new Set([...forRegion, ...forEdge])];
  const regions = all.filter((name) => REGION.test(name));
  const edges = all.filter((name) => !REGION.test(name));
  const [onlyRegion = ''] = regions;
  const [onlyEdge = ''] = edges;
  if (forRegion.length > 2 || regions.length > 1) return { fault: 'region' };
  if (regions.length === 1) {
    if (edges.length > 1) return { fault: forEdge.length > 1 ? 'edge' : 'region' };
    return { region: onlyRegion, edge: onlyEdge };
  }
  // No name has the shape of a region: one may have been made for somebody, or only an edge is named.
  if (forEdge.length > 1) return { fault: 'edge' };
  if (forRegion.length > 1) return { fault: 'region' };
  const [given = ''] = forRegion;
  const usual = forEdge.length === 0 ? DEFAULT_REGION.get(given) : undefined;
  return usual === undefined
    ? { region: given, edge: forEdge[0] ?? '' }
    : { region: usual, edge: given };
}

/** The names in a text, in lower case; `undefined` if one of them cannot be part of a host. */
function namesIn(text: string): readonly string[] | undefined {
  const plain = text.trim().toLowerCase().replace(HOST_START, '').replace(HOST_END, '');
  if (plain === '') return [];
  const names = plain.replace(BRACKETED, ' $1').split(SEPARATOR);
  return names.every((name) => LABEL.test(name)) ? [...new Set(names)] : undefined;
}

function hostsOf(domain: string) {
  return { apiBaseUrl: `https://taskrouter.${domain}`, flexBaseUrl: `https://flex-api.${domain}` };
}
