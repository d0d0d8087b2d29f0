import type { Uri } from 'vscode';
import { parseResourceUri } from '../../core/documents/documentUri.ts';
import { asRecord } from '../../core/json/jsonObject.ts';
import { isTask } from '../../core/resources/resourceReference.ts';
import { RowRuns } from '../../core/tree/rowRuns.ts';
import { showTaskDocument } from '../documents/showTaskDocument.ts';
import type { DeletedTask, TaskDisplay } from '../fetch/missingTask.ts';
import { ResourceOpener } from '../fetch/resourceOpener.ts';
import { TaskFetcher } from '../fetch/taskFetcher.ts';
import type { LoadedServices } from '../services.ts';
import { settings } from '../settings.ts';
import { WorkspaceFinder } from '../workspaces/workspaceFinder.ts';

/**
 * Opens the documents and pages of rows. A click opens a preview, which the next one replaces, and
 * leaves the focus in the tree. A double-click and Enter keep the tab, and focus it.
 */
export class RowOpener {
  readonly #services: LoadedServices;
  readonly #opener: ResourceOpener;
  readonly #fetchTask: (argument: unknown) => Promise<Uri | undefined>;
  readonly #runs = new RowRuns<Uri | undefined>(Date.now);

  constructor(services: LoadedServices) {
    this.#services = services;
    const { details, documents } = services;
    const finder = new WorkspaceFinder(services);
    const showDeleted = async (deleted: DeletedTask) => (await details()).openDeleted(deleted);
    const displays: Readonly<Record<'json' | 'details', TaskDisplay>> = {
      json: {
        show: (task) => showTaskDocument(task, documents, 'preview'),
        showsDeleted: false,
        showDeleted,
      },
      details: {
        show: async (task) => (await details()).open(task, 'preview'),
        showsDeleted: true,
        showDeleted,
      },
    };
    const fetchers = {
      json: new TaskFetcher(services, finder, displays.json),
      details: new TaskFetcher(services, finder, displays.details),
    };
    this.#fetchTask = (argument) => fetchers[settings.openTaskAs()].fetch(argument);
    this.#opener = new ResourceOpener(services, finder, this.#fetchTask, 'preview');
  }

  /**
   * Settles once the row's document or page is shown. Returns the Uri of its document.
   *
   * @param row a row, which names its SIDs as command arguments do; anything else is refused
   */
  async open(row: unknown): Promise<Uri | undefined> {
    const { profile, workspaceSid, taskSid, sid } = asRecord(row);
    const key = JSON.stringify([profile, workspaceSid, taskSid, sid]);
    const isTaskRow = taskSid !== undefined && sid === undefined;
    const { repeated, result } = this.#runs.run(key, () =>
      isTaskRow ? this.#fetchTask(row) : this.#opener.open(row),
    );
    if (!repeated) return result;
    // The first run reports what fails.
    const uri = await result.catch(() => undefined);
    if (uri !== undefined) await this.#keep(uri);
    return uri;
  }

  async #keep(uri: Uri): Promise<void> {
    const resource = parseResourceUri(uri);
    if (resource === undefined) return;
    const { details, documents } = this.#services;
    if (isTask(resource) && settings.openTaskAs() === 'details') (await details()).keep(resource);
    else await showTaskDocument(resource, documents);
  }
}
