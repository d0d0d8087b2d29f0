import { sidPattern } from '../sids/sidPattern.ts';
import { prefixesInWorkspace } from './resourceKind.ts';
import type { ResourceReference } from './resourceReference.ts';

const PATH = new RegExp(
  `^(${sidPattern('WS')})(?:/(?:(${sidPattern('WT')})(?:/(${sidPattern('WR')}))?|(${sidPattern(`(?:${prefixesInWorkspace.join('|')})`)})))?$`,
);

/** The SIDs that lead to a resource: `WS…`, `WS…/WT…`, `WS…/WQ…` or `WS…/WT…/WR…`. */
export function resourcePath({ workspaceSid, taskSid, sid }: ResourceReference): string {
  return [workspaceSid, taskSid, sid].filter((part) => part !== undefined).join('/');
}

/** The resource that such a path leads to; nothing for any other text. */
export function parseResourcePath(path: string): ResourceReference | undefined {
  const [whole, workspaceSid = '', taskSid, reservationSid, otherSid] = PATH.exec(path) ?? [];
  const sid = reservationSid ?? otherSid;
  if (whole === undefined) return undefined;
  return {
    workspaceSid,
    ...(taskSid !== undefined && { taskSid }),
    ...(sid !== undefined && { sid }),
  };
}
