import { workspaceLabel } from '../../core/taskrouter/resourceLabel.ts';
import type { Workspace } from '../../core/taskrouter/workspace.ts';
import { settings } from '../settings.ts';

/** The friendly names of Workspaces that were listed in this window. */
export class WorkspaceNames {
  readonly #names = new Map<string, string>();

  add(profileId: string, workspaces: readonly Workspace[]): void {
    for (const { sid, friendlyName } of workspaces) {
      if (friendlyName !== '') this.#names.set(`${profileId}/${sid}`, friendlyName);
    }
  }

  /** The friendly name as plain text, or the shortened SID if it is unknown. */
  label(profileId: string, workspaceSid: string): string {
    const friendlyName = this.find(profileId, workspaceSid) ?? '';
    return workspaceLabel({ sid: workspaceSid, friendlyName }, settings.privacyMode());
  }

  /** The friendly name, or `undefined` if it is unknown. */
  find(profileId: string, workspaceSid: string): string | undefined {
    return this.#names.get(`${profileId}/${workspaceSid}`);
  }
}
