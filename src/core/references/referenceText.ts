import type { ParsedTaskReference } from './parseTaskReference.ts';

/** Where the text names no Workspace, the Task's is looked for. */
const UNKNOWN = '{WorkspaceSid}';

/**
 * A reference in the shortest text that is read as the same one: nothing of what it was taken from, but
 * the SIDs and the host. For a Workspace that only stood nearby it stands side by side, not as a path.
 */
export function referenceText(reference: ParsedTaskReference): string {
  const { taskSid, workspaceSid, nearbyWorkspaceSid, apiOrigin, region } = reference;
  const path = `/${workspaceSid ?? UNKNOWN}`;
  const nearby = nearbyWorkspaceSid === undefined ? '' : `${nearbyWorkspaceSid} `;
  if (apiOrigin !== undefined) {
    return `${nearby}${apiOrigin}/v1/Workspaces${path}/Tasks/${taskSid}`;
  }
  if (region !== undefined) {
    return `${nearby}https://console.twilio.com/${region}/taskrouter/workspaces${path}/tasks/${taskSid}`;
  }
  return workspaceSid === undefined ? `${nearby}${taskSid}` : `${workspaceSid}/${taskSid}`;
}
