import { commands, type Uri } from 'vscode';
import { parseResourceUri } from '../../core/documents/documentUri.ts';
import { asRecord } from '../../core/json/jsonObject.ts';
import { isTask, ownSid, type ProfiledResource } from '../../core/resources/resourceReference.ts';
import { RowRuns } from '../../core/tree/rowRuns.ts';
import { showTaskDocument, type OpenMode } from '../documents/showTaskDocument.ts';
import { taskUri } from '../documents/taskUri.ts';
import type { DeletedTask, TaskDisplay } from '../fetch/missingTask.ts';
import { ResourceOpener } from '../fetch/resourceOpener.ts';
import { TaskFetcher } from '../fetch/taskFetcher.ts';
import type { LoadedServices } from '../services.ts';
import { settings } from '../settings.ts';
import { WorkspaceFinder } from '../workspaces/workspaceFinder.ts';

/** How the row that was opened last is to be shown. */
interface Opening {
  readonly sid: unknown;
  mode: OpenMode;
  /** How it was shown; absent before that. */
  shownAs?: OpenMode;
}

/**
 * Focuses the page that was just opened. It must not wait: after a refresh of its rows the tree takes the
 * focus again, unless it has lost it by then.
 */
async function focusPage(): Promise<void> {
  await commands.executeCommand('workbench.action.focusActiveEditorGroup');
}

/**
 * Opens the documents and pages of rows. A click opens a preview, which the next one replaces, and
 * leaves the focus in the tree. A double-click and Enter keep the tab, and focus it.
 */
export class RowOpener {
  readonly #services: LoadedServices;
  readonly #opener: ResourceOpener;
  readonly #fetchTask: (argument: unknown) => Promise<Uri | undefined>;
  readonly #runs = new RowRuns<Uri | undefined>(Date.now);
  #last: Opening = { sid: undefined, mode: 'preview' };

  constructor(services: LoadedServices) {
    this.#services = services;
    const finder = new WorkspaceFinder(services);
    const showDeleted = async (deleted: DeletedTask) =>
      (await services.details()).openDeleted(deleted);
    const show = (resource: ProfiledResource) => this.#showLast(resource);
    const displays: Readonly<Record<'json' | 'details', TaskDisplay>> = {
      json: { show, showsDeleted: false, showDeleted },
      details: { show, showsDeleted: true, showDeleted },
    };
    const fetchers = {
      json: new TaskFetcher(services, finder, displays.json),
      details: new TaskFetcher(services, finder, displays.details),
    };
    this.#fetchTask = (argument) => fetchers[settings.openTaskAs()].fetch(argument);
    this.#opener = new ResourceOpener(services, finder, this.#fetchTask, show);
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
    const { repeated, result } = this.#runs.run(key, () => {
      this.#last = { sid: sid ?? taskSid, mode: 'preview' };
      return isTaskRow ? this.#fetchTask(row) : this.#opener.open(row);
    });
    const opening = this.#last;
    if (!repeated) return result;
    opening.mode = 'kept';
    // The first run reports what fails.
    const uri = await result.catch(() => undefined);
    const resource = uri && parseResourceUri(uri);
    if (resource !== undefined && opening.shownAs !== 'kept') await this.#show(resource, 'kept');
    return uri;
  }

  /** Shows a resource, unless another row was opened meanwhile. */
  async #showLast(resource: ProfiledResource): Promise<Uri> {
    const opening = this.#last;
    if (opening.sid !== ownSid(resource)) return taskUri(resource);
    opening.shownAs = opening.mode;
    return this.#show(resource, opening.mode);
  }

  async #show(resource: ProfiledResource, mode: OpenMode): Promise<Uri> {
    const { details, documents } = this.#services;
    if (!isTask(resource) || settings.openTaskAs() !== 'details') {
      return showTaskDocument(resource, documents, mode);
    }
    const uri = await (await details()).open(resource, mode);
    if (mode === 'kept') await focusPage();
    return uri;
  }
}
