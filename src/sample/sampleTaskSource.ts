import type { Profile } from '../core/profiles/profile.ts';
import { resourceKind, type ResourcePrefix } from '../core/resources/resourceKind.ts';
import type { ResourceReference } from '../core/resources/resourceReference.ts';
import {
  apiPath,
  apiPathBelow,
  flexConfigurationPath,
  listQuery,
} from '../core/taskrouter/apiPath.ts';
import { asFailure, TaskRouterFailure } from '../core/taskrouter/failure.ts';
import { nextPageUrl, readListPage, type ResourcePage } from '../core/taskrouter/listPage.ts';
import {
  readFlexWorkspace,
  readResourceAnswer,
  type ResourceAnswer,
} from '../core/taskrouter/resourceAnswer.ts';
import { listOwner, type ResourceList } from '../core/taskrouter/resourceList.ts';
import {
  readStatistics,
  statisticsOwner,
  type StatisticsScope,
} from '../core/taskrouter/statistics.ts';
import type { TaskSource } from '../core/taskrouter/taskSource.ts';
import { readWorkspacePage, type Workspace } from '../core/taskrouter/workspace.ts';
import type { ApiAnswer } from './api/apiAnswer.ts';
import { SimulatedTaskRouter } from './simulatedTaskRouter.ts';

const host = 'sample';

/** Reads the simulation, for a profile that needs neither an account nor the network. */
export class SampleTaskSource implements TaskSource {
  readonly #taskRouter: SimulatedTaskRouter;

  constructor(taskRouter: SimulatedTaskRouter) {
    this.#taskRouter = taskRouter;
  }

  async fetchResource(resource: ResourceReference, signal: AbortSignal): Promise<ResourceAnswer> {
    const { prefix } = resourceKind(resource);
    const { body, headers } = await this.#get(apiPath(resource), signal, prefix);
    const etag = headers?.['ETag'];
    return {
      ...readResourceAnswer(body, resource, host),
      ...(etag !== undefined && { etag }),
    };
  }

  async *listWorkspaces(signal: AbortSignal): AsyncIterable<readonly Workspace[]> {
    let next: string | undefined = '/v1/Workspaces';
    while (next !== undefined) {
      const page = readWorkspacePage(await this.#read(next, signal), host);
      yield page.workspaces;
      next = page.nextPageUrl;
    }
  }

  async listResources(
    list: ResourceList,
    signal: AbortSignal,
    next?: string,
  ): Promise<ResourcePage> {
    const first = new URL(this.#taskRouter.baseUrl + listQuery(list));
    const url = next === undefined ? first : nextPageUrl(next, first, host);
    const text = await this.#read(url.href, signal, resourceKind(listOwner(list)).prefix);
    return readListPage(text, list, host);
  }

  async fetchStatistics(scope: StatisticsScope, signal: AbortSignal): Promise<string> {
    const owner = statisticsOwner(scope);
    const path = apiPathBelow(owner, 'RealTimeStatistics');
    const text = await this.#read(path, signal, resourceKind(owner).prefix);
    return readStatistics(text, scope, host);
  }

  async findFlexWorkspace(signal: AbortSignal): Promise<string | undefined> {
    try {
      return readFlexWorkspace(await this.#read(flexConfigurationPath, signal));
    } catch (error) {
      signal.throwIfAborted();
      if (asFailure(error) === undefined) throw error;
      return undefined;
    }
  }

  async #read(pathOrUrl: string, signal: AbortSignal, prefix?: ResourcePrefix): Promise<string> {
    const { body } = await this.#get(pathOrUrl, signal, prefix);
    return body;
  }

  async #get(pathOrUrl: string, signal: AbortSignal, prefix?: ResourcePrefix): Promise<ApiAnswer> {
    // Answers asynchronously as a network does, so that a caller can still cancel.
    await Promise.resolve();
    signal.throwIfAborted();
    const answer = this.#taskRouter.get(pathOrUrl);
    const { status, body } = answer;
    if (status === 404 && prefix !== undefined) {
      throw new TaskRouterFailure({ kind: 'notFound', host, prefix });
    }
    if (status === 400) {
      const { code, message: detail } = JSON.parse(body) as { code: number; message: string };
      throw new TaskRouterFailure({ kind: 'badRequest', host, status, code, detail });
    }
    if (status !== 200) {
      throw new TaskRouterFailure({ kind: 'unexpectedStatus', host, status });
    }
    return answer;
  }
}

/**
 * The simulation behind the profile `sample`, in a module that is loaded when first used. A window
 * has one, so that its Tasks stay and progress.
 *
 * It starts at second 0 of the Tasks' lifecycles. All six statuses occur then and for half an hour
 * more, and the first Tasks change within seconds. A later start would only shorten that.
 */
export class BuiltInSample {
  readonly source: TaskSource;
  readonly #simulation: SimulatedTaskRouter;

  /** @param now the time in ms since the epoch */
  constructor({ apiBaseUrl, sid }: Profile, now: () => number = Date.now) {
    this.#simulation = new SimulatedTaskRouter({ now, baseUrl: apiBaseUrl, accountSid: sid });
    this.source = new SampleTaskSource(this.#simulation);
  }

  /**
   * Restarts the simulation if all Tasks that end have ended, as in a window that was open for
   * hours.
   */
  restart(): void {
    if (this.#simulation.isOver()) this.#simulation.reset();
  }
}
