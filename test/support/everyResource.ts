import type { ResourcePrefix } from '../../src/core/resources/resourceKind.ts';
import type { ResourceReference } from '../../src/core/resources/resourceReference.ts';

const digits = '0123456789abcdef0123456789ABCDEF';
const workspaceSid = `WS${digits}`;
const taskSid = `WT${digits}`;

/** One resource of each kind that has a document. */
export const everyResource: Readonly<Record<ResourcePrefix, ResourceReference>> = {
  WS: { workspaceSid },
  WT: { workspaceSid, taskSid },
  WR: { workspaceSid, taskSid, sid: `WR${digits}` },
  WQ: { workspaceSid, sid: `WQ${digits}` },
  WW: { workspaceSid, sid: `WW${digits}` },
  WK: { workspaceSid, sid: `WK${digits}` },
  WA: { workspaceSid, sid: `WA${digits}` },
  TC: { workspaceSid, sid: `TC${digits}` },
  EV: { workspaceSid, sid: `EV${digits}` },
};
