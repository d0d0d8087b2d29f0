import { isOpenablePrefix } from '../resources/resourceKind.ts';
import { isSidOf } from '../sids/sid.ts';
import type { NamedResource } from './namedResource.ts';

/** A resource that a command was given, from a link or any extension; nothing for what is none. */
export function readNamedResource(argument: unknown): NamedResource | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { sid, workspaceSid, taskSid, nearbyWorkspaceSid, apiOrigin, region } = argument as Record<
    string,
    unknown
  >;
  if (!isSidOf(sid, '') || !isOpenablePrefix(sid.slice(0, 2))) return undefined;
  const parts = { workspaceSid, taskSid, nearbyWorkspaceSid, apiOrigin, region };
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  const isValid = given.every(([name, value]) =>
    prefixes.has(name) ? isSidOf(value, prefixes.get(name) ?? '') : typeof value === 'string',
  );
  if (!isValid || (sid.startsWith('WR') && taskSid === undefined)) return undefined;
  return { sid, ...Object.fromEntries(given) };
}

const prefixes = new Map([
  ['workspaceSid', 'WS'],
  ['taskSid', 'WT'],
  ['nearbyWorkspaceSid', 'WS'],
]);
