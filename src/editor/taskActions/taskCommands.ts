import { l10n, type Uri } from 'vscode';
import { message } from '../../core/messages/message.ts';
import { waitsForUser } from '../../core/profiles/profileDirectory.ts';
import { readTaskLink } from '../../core/references/commandArgument.ts';
import { isTask, type ProfiledResource } from '../../core/resources/resourceReference.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { TaskRouterFailure } from '../../core/taskrouter/failure.ts';
import { showTaskDocument } from '../documents/showTaskDocument.ts';
import { taskUri } from '../documents/taskUri.ts';
import type { DeletedTask, TaskDisplay } from '../fetch/missingTask.ts';
import { ResourceOpener } from '../fetch/resourceOpener.ts';
import { TaskFetcher } from '../fetch/taskFetcher.ts';
import { TasksFinder } from '../fetch/tasksFinder.ts';
import type { LoadedServices } from '../services.ts';
import { settings } from '../settings.ts';
import { present } from '../ui/present.ts';
import { runWithProgress } from '../ui/progress.ts';
import { closeTabs } from '../ui/tabs.ts';
import { WorkspaceFinder } from '../workspaces/workspaceFinder.ts';
import { activeResource, namedResource, requireTask } from './activeResource.ts';
import { compareTask, compareWithSelected } from './compareTask.ts';
import { copyTaskAs } from './copyTaskAs.ts';
import { openInConsole } from './openInConsole.ts';
import { refreshTask } from './refreshTask.ts';
import { saveTaskAs } from './saveTaskAs.ts';

const OPEN_TO_EXPLAIN = message('Open a Task to see why it is waiting.');

/** The commands on Tasks and other resources. Loaded with the first one. */
export class TaskCommands {
  readonly #services: LoadedServices;
  /** By how they show Tasks. */
  readonly #fetchers: Readonly<Record<'json' | 'details', TaskFetcher>>;
  readonly #opener: ResourceOpener;
  readonly #finder: TasksFinder;

  constructor(services: LoadedServices) {
    this.#services = services;
    const finder = new WorkspaceFinder(services);
    const { documents, details } = services;
    const showDeleted = async (deleted: DeletedTask) => (await details()).openDeleted(deleted);
    const displays: Readonly<Record<'json' | 'details', TaskDisplay>> = {
      json: {
        show: (task) => showTaskDocument(task, documents),
        showsDeleted: false,
        showDeleted,
      },
      details: {
        show: async (task) => (await details()).open(task),
        showsDeleted: true,
        showDeleted,
      },
    };
    this.#fetchers = {
      json: new TaskFetcher(services, finder, displays.json),
      details: new TaskFetcher(services, finder, displays.details),
    };
    const fetchTask = (argument: unknown) => this.fetch(argument);
    this.#opener = new ResourceOpener(services, finder, fetchTask);
    this.#finder = new TasksFinder(services, fetchTask);
  }

  /** Shows the Task as the setting `taskrouter.openTaskAs` says. */
  fetch(argument: unknown): Promise<Uri | undefined> {
    return this.#fetchers[settings.openTaskAs()].fetch(argument);
  }

  /** Fetches the Task of a link, given by its path and query, after the user confirms. */
  async followLink(path: string, query: string): Promise<Uri | undefined> {
    const link = readTaskLink(path, query);
    if (link.valid) return this.#fetchers[settings.openTaskAs()].propose(link.text);
    this.#services.runner.showMessage('error', link.reason);
    return undefined;
  }

  /** @param argument as of Fetch TaskRouter Task; by default the Task of the active document or page */
  openJson(argument: unknown): Promise<Uri | undefined> {
    return this.#fetchers.json.fetch(argument ?? this.#shownTask());
  }

  /** @param argument as of `openJson` */
  openDetails(argument: unknown): Promise<Uri | undefined> {
    return this.#fetchers.details.fetch(argument ?? this.#shownTask());
  }

  /** Shows why a Task waits, on its page. */
  async explainRouting(argument: unknown): Promise<Uri | undefined> {
    const task = requireTask(argument, this.#services, OPEN_TO_EXPLAIN);
    if (task === undefined) return undefined;
    const uri = await this.openDetails({ ...task, profile: task.profileId });
    if (uri !== undefined) (await this.#services.details()).revealRouting(task);
    return uri;
  }

  /** Finds out why the Task of a document waits. What shows it hears of that. */
  async readRouting(argument: unknown): Promise<void> {
    const task = requireTask(argument, this.#services, OPEN_TO_EXPLAIN);
    if (task === undefined) return;
    const title = l10n.t('Finding out why Task {0} is waiting…', shortenSid(task.taskSid));
    await runWithProgress(title, (signal) =>
      this.#services.explanations.explain(task, present(), signal),
    );
  }

  find(argument: unknown): Promise<Uri | undefined> {
    return this.#finder.find(argument);
  }

  openResource(argument: unknown): Promise<Uri | undefined> {
    return this.#opener.open(argument);
  }

  async refresh(argument: unknown): Promise<Uri | undefined> {
    const { profiles, visiblePages, store, documents } = this.#services;
    const named = namedResource(argument, visiblePages);
    if (named !== undefined && waitsForUser(named.profileId, profiles)) {
      return this.#openAnew(named);
    }
    const resource = this.#activeResource(argument);
    return resource && refreshTask(resource, store, documents);
  }

  /** Replaces the document of a profile from an earlier version by that of the migrated profile. */
  async #openAnew(former: ProfiledResource): Promise<Uri | undefined> {
    const profileId = await this.#services.chooseProfile(former.profileId);
    if (profileId === undefined) return undefined;
    const uri = await this.#opener.open(taskUri({ ...former, profileId }));
    if (uri !== undefined && profileId !== former.profileId) await closeTabs(taskUri(former));
    return uri;
  }

  async compare(argument: unknown): Promise<void> {
    const otherwise = message('Open a Task to compare its fetches.');
    const task = requireTask(argument, this.#services, otherwise);
    if (task !== undefined) await compareTask(task, this.#services);
  }

  async compareWith(argument: unknown): Promise<void> {
    const otherwise = message('Open a Task to compare its fetches.');
    const task = requireTask(argument, this.#services, otherwise);
    if (task !== undefined) await compareWithSelected(task, this.#services);
  }

  async copyAs(argument: unknown): Promise<void> {
    const { profiles, store } = this.#services;
    const otherwise = message('Open a Task to copy it.');
    const task = requireTask(argument, this.#services, otherwise);
    const profile = task && profiles.find(task.profileId);
    if (task === undefined || profile === undefined) return;
    if ('fault' in profile) throw new TaskRouterFailure(profile.fault);
    // A copied command for fetching the Task uses the host that its data came from.
    await copyTaskAs(task, store.get(task)?.formerProfile ?? profile, this.#services);
  }

  async saveAs(argument: unknown): Promise<void> {
    const { profiles, store } = this.#services;
    const resource = this.#activeResource(argument);
    const profile = resource && profiles.find(resource.profileId);
    if (resource === undefined || profile === undefined) return;
    if ('fault' in profile) throw new TaskRouterFailure(profile.fault);
    await saveTaskAs(resource, store.get(resource)?.formerProfile ?? profile, this.#services);
  }

  toggleAttributes(argument: unknown): void {
    const resource = this.#activeResource(argument);
    if (resource !== undefined) this.#services.documents.toggle(resource);
  }

  /** Shows the full message about why a document, given by its Uri, could not be fetched. */
  async explainFailure(argument: unknown): Promise<void> {
    const { store, documents, runner } = this.#services;
    const resource = this.#activeResource(argument);
    if (resource === undefined) return;
    const failure = store.get(resource)?.failure;
    if (failure === undefined) return;
    const again = () => refreshTask(resource, store, documents);
    await runner.showFailure(failure, again, resource.profileId);
  }

  openInConsole(argument: unknown): Promise<void> {
    return openInConsole(argument, this.#services);
  }

  /** The Task of the active document or page, as an argument of Fetch TaskRouter Task. */
  #shownTask() {
    const shown = namedResource(undefined, this.#services.visiblePages);
    return shown !== undefined && isTask(shown)
      ? { ...shown, profile: shown.profileId }
      : undefined;
  }

  #activeResource(argument: unknown): ProfiledResource | undefined {
    const resource = activeResource(argument, this.#services);
    if (resource === undefined) {
      this.#services.runner.showMessage('information', message('Open the document of a Task.'));
    }
    return resource;
  }
}
