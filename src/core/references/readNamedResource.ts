import { isOpenablePrefix } from '../tasks/resourceKind.ts';
import type { NamedResource } from './namedResource.ts';

const SID = /^[A-Z]{2}[0-9a-fA-F]{32}$/;

/** A resource that a command was given, from a link or any extension; nothing for what is none. */
export function readNamedResource(argument: unknown): NamedResource | undefined {
  if (typeof argument !== 'object' || argument === null) return undefined;
  const { sid, workspaceSid, taskSid, nearbyWorkspaceSid, apiOrigin } = argument as Record<
    string,
    unknown
  >;
  if (!isSid(sid) || !isOpenablePrefix(sid.slice(0, 2))) return undefined;
  const parts = { workspaceSid, taskSid, nearbyWorkspaceSid, apiOrigin };
  const given = Object.entries(parts).filter(([, value]) => value !== undefined);
  const isValid = given.every(([name, value]) =>
    name === 'apiOrigin' ? typeof value === 'string' : isSid(value, prefixes.get(name)),
  );
  if (!isValid || (sid.startsWith('WR') && taskSid === undefined)) return undefined;
  return { sid, ...Object.fromEntries(given) };
}

const prefixes = new Map([
  ['workspaceSid', 'WS'],
  ['taskSid', 'WT'],
  ['nearbyWorkspaceSid', 'WS'],
]);

function isSid(value: unknown, prefix = ''): value is string {
  return typeof value === 'string' && SID.test(value) && value.startsWith(prefix);
}
