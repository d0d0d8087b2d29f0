import { l10n, type Uri } from 'vscode';
import type { Profile } from '../../core/profiles/profile.ts';
import { describeMissingTasks } from '../../core/references/describeMissing.ts';
import type { SelectedTask } from '../../core/references/findReference.ts';
import { nearbyWorkspace } from '../../core/references/parseTaskReference.ts';
import { describeForeignHost } from '../../core/references/statedHost.ts';
import type { ProfiledTask } from '../../core/resources/resourceReference.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { asFailure, TaskRouterFailure } from '../../core/taskrouter/failure.ts';
import type { LoadedServices } from '../services.ts';
import { runWithProgress } from '../ui/progress.ts';
import { taskLookup, type WorkspaceFinder } from '../workspaces/workspaceFinder.ts';

type SeveralTasksServices = Pick<LoadedServices, 'store' | 'runner'>;

/** Fetches several Tasks, one after the other, and reports the missing ones at the end. */
export class SeveralTasks {
  readonly #services: SeveralTasksServices;
  readonly #finder: WorkspaceFinder;
  readonly #show: (profile: Profile, task: ProfiledTask) => Promise<Uri>;

  /** @param show shows a fetched Task */
  constructor(
    services: SeveralTasksServices,
    finder: WorkspaceFinder,
    show: (profile: Profile, task: ProfiledTask) => Promise<Uri>,
  ) {
    this.#services = services;
    this.#finder = finder;
    this.#show = show;
  }

  /**
   * Returns the Uri of the last opened document, which is in front. A failure ends the whole, as it
   * would affect the other Tasks as well. A missing Task does not.
   *
   * @param text the text that names the Tasks
   */
  async fetch(
    profile: Profile,
    text: string,
    tasks: readonly SelectedTask[],
  ): Promise<Uri | undefined> {
    const { runner } = this.#services;
    const missing: string[] = [];
    let shown: Uri | undefined;
    const title = l10n.t('Fetching {0} Tasks…', tasks.length);
    await runWithProgress(title, async (signal) => {
      for (const [index, selected] of tasks.entries()) {
        const { taskSid } = selected.reference;
        const foreign = describeForeignHost(selected.reference, profile);
        if (foreign !== undefined) {
          runner.showMessage('error', foreign);
          continue;
        }
        try {
          const task = await this.#fetchOne(profile, text, selected, signal);
          if (task === undefined) missing.push(shortenSid(taskSid));
          else shown = await this.#show(profile, task);
        } catch (error) {
          const failure = asFailure(error);
          if (failure === undefined) throw error;
          const rest = tasks.slice(index);
          await runner.showFailure(failure, () => this.fetch(profile, text, rest), profile.id);
          return;
        }
      }
    });
    if (missing.length > 0) {
      runner.showMessage('information', describeMissingTasks(missing, tasks.length));
    }
    return shown;
  }

  /** Returns the Task once it is in the store, or `undefined` if it does not exist. */
  async #fetchOne(
    profile: Profile,
    text: string,
    { reference, offset }: SelectedTask,
    signal: AbortSignal,
  ): Promise<ProfiledTask | undefined> {
    const { store } = this.#services;
    const { taskSid, workspaceSid } = reference;
    const nearby = nearbyWorkspace(text, offset)?.workspaceSid;
    if (workspaceSid === undefined) {
      const sought = taskLookup(profile, taskSid);
      const result = await this.#finder.search(profile, sought, { nearby }, signal);
      if (result.kind === 'listFailed') throw new TaskRouterFailure(result.failure);
      return result.kind === 'found' ? result.resource : undefined;
    }
    const task = { profileId: profile.id, workspaceSid, taskSid };
    try {
      await store.fetch(task, signal);
      return task;
    } catch (error) {
      if (asFailure(error)?.kind === 'notFound') return undefined;
      throw error;
    }
  }
}
