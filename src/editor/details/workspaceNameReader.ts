import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import { asFailure } from '../../core/taskrouter/failure.ts';
import { readWorkspaceAnswer } from '../../core/taskrouter/workspace.ts';
import type { PageServices } from './detailsPages.ts';

/** Reads the name of a page's Workspace, once, if it was never listed and no event has it. */
export class WorkspaceNameReader {
  readonly #task: ProfiledTask;
  readonly #services: Pick<PageServices, 'connections' | 'workspaceNames'>;
  #hasAsked = false;

  constructor(task: ProfiledTask, services: Pick<PageServices, 'connections' | 'workspaceNames'>) {
    this.#task = task;
    this.#services = services;
  }

  /** Returns whether there is a new name. Without one, pages show the SID. */
  async read(signal: AbortSignal): Promise<boolean> {
    const { connections, workspaceNames } = this.#services;
    const { profileId, workspaceSid } = this.#task;
    const isKnown = workspaceNames.find(profileId, workspaceSid) !== undefined;
    if (isKnown || this.#hasAsked) return false;
    this.#hasAsked = true;
    try {
      const { source } = await connections.open(profileId);
      const { text } = await source.fetchResource({ workspaceSid }, signal);
      const workspace = readWorkspaceAnswer(text);
      if (workspace === undefined || signal.aborted) return false;
      workspaceNames.add(profileId, [workspace]);
      return true;
    } catch (error) {
      if (asFailure(error) === undefined && !signal.aborted) throw error;
      return false;
    }
  }
}
