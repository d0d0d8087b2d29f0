import { shortenSid } from '../../core/sids/shortenSid.ts';
import type { Workspace } from '../../core/tasks/workspace.ts';

/** The friendly names of Workspaces that were listed in this window, for showing them to people. */
export class WorkspaceNames {
  readonly #names = new Map<string, string>();

  learn(profileId: string, workspaces: readonly Workspace[]): void {
    for (const { sid, friendlyName } of workspaces) {
      if (friendlyName !== '') this.#names.set(`${profileId}/${sid}`, friendlyName);
    }
  }

  /** The friendly name; the shortened SID where it is not known. */
  label(profileId: string, workspaceSid: string): string {
    return this.find(profileId, workspaceSid) ?? shortenSid(workspaceSid);
  }

  /** The friendly name, where it is known. */
  find(profileId: string, workspaceSid: string): string | undefined {
    return this.#names.get(`${profileId}/${workspaceSid}`);
  }
}
