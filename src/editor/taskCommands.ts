import type { Uri } from 'vscode';
import { message } from '../core/messages/message.ts';
import type { ProfiledResource } from '../core/tasks/profiledResource.ts';
import { activeResource } from './documents/activeResource.ts';
import { openInConsole } from './documents/openInConsole.ts';
import { refreshTask } from './documents/refreshTask.ts';
import { ResourceOpener } from './fetch/resourceOpener.ts';
import { TasksFinder } from './find/tasksFinder.ts';
import { TaskFetcher, type TaskFetcherParts } from './fetch/taskFetcher.ts';
import { WorkspaceFinder } from './workspaces/workspaceFinder.ts';

export type TaskCommandParts = Omit<TaskFetcherParts, 'finder'>;

/** What the commands on Tasks and other resources do; loaded with the first of them that is run. */
export class TaskCommands {
  readonly #parts: TaskCommandParts;
  readonly #fetcher: TaskFetcher;
  readonly #opener: ResourceOpener;
  readonly #finder: TasksFinder;

  constructor(parts: TaskCommandParts) {
    this.#parts = parts;
    const finder = new WorkspaceFinder(parts);
    this.#fetcher = new TaskFetcher({ ...parts, finder });
    this.#opener = new ResourceOpener({
      ...{ ...parts, finder },
      fetchTask: (argument) => this.#fetcher.fetch(argument),
    });
    this.#finder = new TasksFinder({
      ...parts,
      fetchTask: (argument) => this.#fetcher.fetch(argument),
    });
  }

  fetch(argument: unknown): Promise<Uri | undefined> {
    return this.#fetcher.fetch(argument);
  }

  /** As text; Fetch TaskRouter Task shows a Task in the way that the user chose. */
  openJson(argument: unknown): Promise<Uri | undefined> {
    return this.#fetcher.fetch(argument);
  }

  find(argument: unknown): Promise<Uri | undefined> {
    return this.#finder.find(argument);
  }

  openResource(argument: unknown): Promise<Uri | undefined> {
    return this.#opener.open(argument);
  }

  async refresh(argument: unknown): Promise<Uri | undefined> {
    const { store, documents } = this.#parts;
    const resource = this.#activeResource(argument);
    return resource && refreshTask(resource, store, documents);
  }

  toggleAttributes(argument: unknown): void {
    const resource = this.#activeResource(argument);
    if (resource !== undefined) this.#parts.documents.toggle(resource);
  }

  /** Tells in full why a document, given by its Uri, could not be fetched. */
  explainFailure(argument: unknown): void {
    const { store, documents, runner } = this.#parts;
    const resource = this.#activeResource(argument);
    if (resource === undefined) return;
    const failure = store.get(resource)?.failure;
    if (failure === undefined) return;
    const again = () => refreshTask(resource, store, documents);
    runner.tellFailure(failure, again, resource.profileId);
  }

  openInConsole(argument: unknown): Promise<void> {
    const { directory, runner } = this.#parts;
    return openInConsole(argument, directory, runner);
  }

  #activeResource(argument: unknown): ProfiledResource | undefined {
    const { directory, runner } = this.#parts;
    const resource = activeResource(argument, directory);
    if (resource === undefined) {
      runner.tell('information', message('Open the document of a Task first.'));
    }
    return resource;
  }
}
