import type { Workspace } from '../taskrouter/workspace.ts';

/** As people count: "Site 2" stands before "Site 10", in the order of their language. */
const collator = new Intl.Collator(undefined, { numeric: true });

/** By name, those without one last; those of one name by SID, so that no refresh turns them around. */
export function compareWorkspaces(one: Workspace, other: Workspace): number {
  const nameless = Number(one.friendlyName === '') - Number(other.friendlyName === '');
  return (
    nameless ||
    collator.compare(one.friendlyName, other.friendlyName) ||
    (one.sid < other.sid ? -1 : 1)
  );
}
