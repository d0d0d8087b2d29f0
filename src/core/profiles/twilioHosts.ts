import type { Profile } from './profile.ts';

/** Regions where TaskRouter is documented, with the edge that Twilio names for each. */
const DEFAULT_EDGE: ReadonlyMap<string, string> = new Map([
  ['us1', 'ashburn'],
  ['ie1', 'dublin'],
]);

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

/** The region that one of Twilio's hosts is in; nothing for any other host. */
export function regionOfHost(host: string): string | undefined {
  const [, label] = /^(?:[\w-]+\.)*?(?:([a-z]{2}[1-9])\.)?twilio\.com$/i.exec(host) ?? [];
  return label === undefined && !/(?:^|\.)twilio\.com$/i.test(host)
    ? undefined
    : (label?.toLowerCase() ?? 'us1');
}

/** What of a profile its region and edge decide. */
export type TwilioHosts = Pick<Profile, 'apiBaseUrl' | 'flexBaseUrl' | 'region' | 'edge'>;

export type TwilioHostsResult =
  | { readonly valid: true; readonly hosts: TwilioHosts }
  /** Which name cannot be part of a host, or that the region is one that needs an edge named. */
  | { readonly valid: false; readonly fault: 'region' | 'edge' | 'edgeMissing' };

/**
 * A profile's own hosts in a region, reached through an edge; both empty is US1 without an edge.
 * An edge alone means us1. A region alone gets its usual edge, because Twilio withdraws the hosts
 * that name no edge.
 */
export function twilioHosts(region: string, edge: string): TwilioHostsResult {
  if (region === '' && edge === '') return { valid: true, hosts: hostsOf('twilio.com') };
  const actualRegion = region === '' ? 'us1' : region.toLowerCase();
  if (!LABEL.test(actualRegion)) return { valid: false, fault: 'region' };
  const actualEdge = edge === '' ? DEFAULT_EDGE.get(actualRegion) : edge.toLowerCase();
  if (actualEdge === undefined) return { valid: false, fault: 'edgeMissing' };
  if (!LABEL.test(actualEdge)) return { valid: false, fault: 'edge' };
  return {
    valid: true,
    hosts: {
      ...hostsOf(`${actualEdge}.${actualRegion}.twilio.com`),
      edge: actualEdge,
      ...(actualRegion !== 'us1' && { region: actualRegion }),
    },
  };
}

function hostsOf(domain: string) {
  return { apiBaseUrl: `https://taskrouter.${domain}`, flexBaseUrl: `https://flex-api.${domain}` };
}
