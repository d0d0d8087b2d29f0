import { workspaceLabel } from '../../core/taskrouter/resourceLabel.ts';
import type { Workspace } from '../../core/taskrouter/workspace.ts';
import { settings } from '../settings.ts';

/** The friendly names of Workspaces that were listed in this window, for showing them to people. */
export class WorkspaceNames {
  readonly #names = new Map<string, string>();

  add(profileId: string, workspaces: readonly Workspace[]): void {
    for (const { sid, friendlyName } of workspaces) {
      if (friendlyName !== '') this.#names.set(`${profileId}/${sid}`, friendlyName);
    }
  }

  /** The friendly name as it is to be shown; the shortened SID where it is not known. */
  label(profileId: string, workspaceSid: string): string {
    const friendlyName = this.find(profileId, workspaceSid) ?? '';
    return workspaceLabel({ sid: workspaceSid, friendlyName }, settings.privacyMode());
  }

  /** The friendly name, where it is known. */
  find(profileId: string, workspaceSid: string): string | undefined {
    return this.#names.get(`${profileId}/${workspaceSid}`);
  }
}
