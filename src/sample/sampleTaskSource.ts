import { TaskRouterFailure } from '../core/failures/taskRouterFailure.ts';
import type { TaskReference } from '../core/tasks/taskReference.ts';
import type { TaskAnswer, TaskSource } from '../core/tasks/taskSource.ts';
import type { Workspace } from '../core/tasks/workspace.ts';
import type { SimulatedTaskRouter } from './simulatedTaskRouter.ts';

const host = 'sample';

interface WorkspacePage {
  readonly workspaces: readonly { readonly sid: string; readonly friendly_name: string }[];
  readonly meta: { readonly next_page_url: string | null };
}

/** The Tasks of the simulation, for a profile that needs no account and no network. */
export class SampleTaskSource implements TaskSource {
  readonly #taskRouter: SimulatedTaskRouter;

  constructor(taskRouter: SimulatedTaskRouter) {
    this.#taskRouter = taskRouter;
  }

  async fetchTask(task: TaskReference, signal: AbortSignal): Promise<TaskAnswer> {
    const path = `/v1/Workspaces/${task.workspaceSid}/Tasks/${task.taskSid}`;
    return { text: await this.#read(path, signal) };
  }

  async *listWorkspaces(signal: AbortSignal): AsyncIterable<readonly Workspace[]> {
    let next: string | null = '/v1/Workspaces';
    while (next !== null) {
      // The simulation wrote it in this very process: its shape is known.
      const page = JSON.parse(await this.#read(next, signal)) as WorkspacePage;
      yield page.workspaces.map(({ sid, friendly_name: friendlyName }) => ({ sid, friendlyName }));
      next = page.meta.next_page_url;
    }
  }

  async #read(pathOrUrl: string, signal: AbortSignal): Promise<string> {
    // A turn of the event loop, as a network takes: a caller that cancels at once is heard.
    await Promise.resolve();
    signal.throwIfAborted();
    const { status, body } = this.#taskRouter.get(pathOrUrl);
    if (status === 404) {
      throw new TaskRouterFailure({ kind: 'notFound', host });
    }
    if (status !== 200) {
      throw new TaskRouterFailure({ kind: 'unexpectedStatus', host, status });
    }
    return body;
  }
}
