import type { Profile } from './profile.ts';

/**
 * The hosts that VS Code never connects to through a proxy (https://github.com/microsoft/vscode-proxy-agent).
 * Other loopback addresses, such as 127.0.0.2, are not among them.
 */
const LOOPBACK: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Parses a base URL that credentials may be sent to: https, or http to this machine. The result has no
 * trailing slash. Returns `undefined` for any other text.
 */
export function parseBaseUrl(text: string): string | undefined {
  if (!URL.canParse(text)) return undefined;
  const { protocol, hostname, origin, pathname, username, password, search, hash } = new URL(text);
  const safe = protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname));
  const plain = [username, password, search, hash].every((part) => part === '');
  return safe && plain ? origin + pathname.replace(/\/+$/, '') : undefined;
}

/**
 * The regions where TaskRouter is available, each with its edge:
 * https://www.twilio.com/docs/global-infrastructure/regional-product-and-feature-availability and
 * https://www.twilio.com/docs/global-infrastructure/edge-locations.
 */
const DEFAULT_EDGE: ReadonlyMap<string, string> = new Map([
  ['us1', 'ashburn'],
  ['ie1', 'dublin'],
]);
const DEFAULT_REGION: ReadonlyMap<string, string> = new Map(
  [...DEFAULT_EDGE].map(([region, edge]) => [edge, region]),
);

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The region of one of Twilio's hosts. Returns `undefined` for any other host. */
export function regionOfHost(host: string): string | undefined {
  const [, label] = /^(?:[\w-]+\.)*?(?:([a-z]{2}[1-9])\.)?twilio\.com$/i.exec(host) ?? [];
  return label === undefined && !/(?:^|\.)twilio\.com$/i.test(host)
    ? undefined
    : (label?.toLowerCase() ?? 'us1');
}

/** Names of Twilio's regions, which differ in form from those of edges: `us1`, `ie1`, `au1`. */
const REGION = /^[a-z]{2}\d{1,2}$/;

/** Separates several names, as in `dublin.ie1`, `IE1 / Dublin` and `au1 sydney`. */
const SEPARATOR = /\s*[\s./,]\s*/;

/** As in `IE1 (Dublin)`. */
const IN_PARENTHESES = / ?\(([^()]*)\)$/;

/** The parts of a host name around region and edge. */
const HOST_START = /^(?:https?:\/+)?(?:api|taskrouter|flex-api)\./;
const HOST_END = /\.twilio\.com\/?$/;

/** The fields of a profile that depend on its region and edge. */
export type TwilioHosts = Pick<Profile, 'apiBaseUrl' | 'flexBaseUrl' | 'region' | 'edge'>;

/** The name that cannot be part of a host name, or that the region needs an edge. */
type HostFault = 'region' | 'edge' | 'edgeMissing';

export type TwilioHostsResult =
  | { readonly valid: true; readonly hosts: TwilioHosts }
  | { readonly valid: false; readonly fault: HostFault };

/**
 * Twilio's hosts for a region and an edge; both empty is US1 without an edge. An edge alone means us1, unless
 * it is given as the region. A region alone gets its default edge: Twilio is withdrawing host names with a
 * region but no edge. See
 * https://www.twilio.com/docs/global-infrastructure/understanding-twilio-regions.
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
 * Reads region and edge as users enter them: separately, swapped, both in one text in either order, or as a
 * host name. Two regions or two edges are a fault.
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
  // No name has the form of a region: it can be a special region, or only an edge is given.
  if (forEdge.length > 1) return { fault: 'edge' };
  if (forRegion.length > 1) return { fault: 'region' };
  const [given = ''] = forRegion;
  const usual = forEdge.length === 0 ? DEFAULT_REGION.get(given) : undefined;
  return usual === undefined
    ? { region: given, edge: forEdge[0] ?? '' }
    : { region: usual, edge: given };
}

/** The names in a text, in lowercase. Returns `undefined` if one cannot be part of a host name. */
function namesIn(text: string): readonly string[] | undefined {
  const plain = text.trim().toLowerCase().replace(HOST_START, '').replace(HOST_END, '');
  if (plain === '') return [];
  const names = plain.replace(IN_PARENTHESES, ' $1').split(SEPARATOR);
  return names.every((name) => LABEL.test(name)) ? [...new Set(names)] : undefined;
}

function hostsOf(domain: string) {
  return { apiBaseUrl: `https://taskrouter.${domain}`, flexBaseUrl: `https://flex-api.${domain}` };
}
