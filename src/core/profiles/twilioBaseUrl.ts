/** Regions where TaskRouter is documented, with the edge that Twilio names for each. */
const DEFAULT_EDGE: ReadonlyMap<string, string> = new Map([
  ['us1', 'ashburn'],
  ['ie1', 'dublin'],
]);

const LABEL = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/;

export type BaseUrlResult =
  | { readonly valid: true; readonly url: string }
  /** Which name cannot be part of a host, or that the region is one that needs an edge named. */
  | { readonly valid: false; readonly fault: 'region' | 'edge' | 'edgeMissing' };

/**
 * TaskRouter's base URL in a region, reached through an edge; both empty is US1 without an edge.
 * An edge alone means us1. A region alone gets its usual edge, because Twilio withdraws the hosts
 * that name no edge.
 */
export function twilioBaseUrl(region: string, edge: string): BaseUrlResult {
  if (region === '' && edge === '') return { valid: true, url: 'https://taskrouter.twilio.com' };
  const actualRegion = region === '' ? 'us1' : region.toLowerCase();
  if (!LABEL.test(actualRegion)) return { valid: false, fault: 'region' };
  const actualEdge = edge === '' ? DEFAULT_EDGE.get(actualRegion) : edge.toLowerCase();
  if (actualEdge === undefined) return { valid: false, fault: 'edgeMissing' };
  if (!LABEL.test(actualEdge)) return { valid: false, fault: 'edge' };
  return { valid: true, url: `https://taskrouter.${actualEdge}.${actualRegion}.twilio.com` };
}
