import type { ProfiledResource } from '../resources/resourceReference.ts';
import { isSearchable } from '../tasks/searchExpression.ts';
import { openAction } from './openAction.ts';
import type { SidFinding } from './scan/sidCandidate.ts';
import type { SidAction } from './sidAction.ts';

/**
 * What can be done with a SID; nothing with what is none.
 *
 * @param line that it stands in, `found.offset` being its place there
 * @param home the resource whose document it stands in, if that is one
 */
export function sidActions(
  found: SidFinding,
  line: string,
  home: ProfiledResource | undefined,
): readonly SidAction[] {
  if (found.kind !== 'sid') return [];
  const open = openAction(found, line, home);
  return [
    ...(open === undefined ? [] : [open]),
    ...(isSearchable(found.prefix) ? [{ kind: 'find', sid: found.text } as const] : []),
    { kind: 'copy', sid: found.text },
  ];
}
