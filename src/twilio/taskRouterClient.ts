import { readAccountCheck, type AccountCheck } from '../core/profiles/accountCheck.ts';
import { resourceKind } from '../core/resources/resourceKind.ts';
import type { ResourceReference } from '../core/resources/resourceReference.ts';
import {
  apiPath,
  apiPathBelow,
  flexConfigurationPath,
  listQuery,
  workspacesPath,
  type ApiPath,
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
import type { ClientOptions } from './clientOptions.ts';
import { ApiReader } from './http/apiReader.ts';
import type { RequestGate } from './http/requestGate.ts';

/** Far more than an account has. Without limits, a faulty list could go on forever. */
const MAX_WORKSPACES = 5000;
const MAX_PAGES = 50;

/** Short, as Tasks can be searched for without Flex's Workspace. */
const FLEX_TIMEOUT_MS = 3_000;

/** Reads TaskRouter over HTTP, with the credentials of one profile and from its own hosts only. */
export class TaskRouterClient implements TaskSource {
  readonly #options: ClientOptions;
  readonly #reader: ApiReader;

  constructor(options: ClientOptions) {
    this.#options = options;
    this.#reader = new ApiReader(options);
  }

  /** To share with other clients of the same profile. */
  get gate(): RequestGate {
    return this.#reader.gate;
  }

  async fetchResource(resource: ResourceReference, signal: AbortSignal): Promise<ResourceAnswer> {
    const url = this.#resolve(apiPath(resource));
    const { body, ...metadata } = await this.#reader.get(
      url,
      resourceKind(resource).prefix,
      signal,
    );
    return { ...readResourceAnswer(body, resource, url.host), ...metadata };
  }

  async *listWorkspaces(signal: AbortSignal): AsyncGenerator<readonly Workspace[]> {
    const first = this.#resolve(workspacesPath(1000));
    let next: URL | undefined = first;
    const seen = new Set<string>();
    let left = MAX_WORKSPACES;
    // A page that links to an earlier one would never end.
    while (next !== undefined && !seen.has(next.href)) {
      seen.add(next.href);
      const { body } = await this.#reader.get(next, 'list', signal);
      const page = readWorkspacePage(body, next.host);
      yield page.workspaces.slice(0, left);
      left -= page.workspaces.length;
      next = page.nextPageUrl === undefined ? undefined : nextPageUrl(page.nextPageUrl, first);
      const hasNext = next !== undefined && !seen.has(next.href);
      if (left < 0 || (hasNext && (left === 0 || seen.size >= MAX_PAGES))) {
        const limit = MAX_WORKSPACES;
        throw new TaskRouterFailure({ kind: 'tooManyWorkspaces', host: first.host, limit });
      }
    }
  }

  async listResources(
    list: ResourceList,
    signal: AbortSignal,
    next?: string,
  ): Promise<ResourcePage> {
    const first = this.#resolve(listQuery(list));
    const url = next === undefined ? first : nextPageUrl(next, first);
    const { body } = await this.#reader.get(url, resourceKind(listOwner(list)).prefix, signal);
    return readListPage(body, list, url.host);
  }

  async fetchStatistics(scope: StatisticsScope, signal: AbortSignal): Promise<string> {
    const owner = statisticsOwner(scope);
    const url = this.#resolve(apiPathBelow(owner, 'RealTimeStatistics'));
    const { body } = await this.#reader.get(url, resourceKind(owner).prefix, signal);
    return readStatistics(body, scope, url.host);
  }

  /**
   * Verifies the credentials with `GET /v1/Workspaces?PageSize=1`, before they are stored.
   *
   * @throws TaskRouterFailure if they cannot read; `signal.reason` if cancelled
   */
  async check(signal: AbortSignal): Promise<AccountCheck> {
    const url = this.#resolve(workspacesPath(1));
    const { body } = await this.#reader.get(url, 'list', signal);
    return readAccountCheck(body, url.host);
  }

  async findFlexWorkspace(signal: AbortSignal): Promise<string | undefined> {
    const { flexBaseUrl } = this.#options.profile;
    if (flexBaseUrl === undefined) return undefined;
    const timeout = AbortSignal.timeout(FLEX_TIMEOUT_MS);
    const combined = AbortSignal.any([signal, timeout]);
    try {
      const url = this.#resolve(flexConfigurationPath, flexBaseUrl);
      const { body } = await this.#reader.get(url, 'list', combined);
      return readFlexWorkspace(body);
    } catch (error) {
      signal.throwIfAborted();
      this.#options.revoked?.throwIfAborted();
      if (!timeout.aborted && asFailure(error) === undefined) throw error;
      return undefined;
    }
  }

  /** Builds all URLs but those of further pages, which lists provide. */
  #resolve(path: ApiPath, baseUrl = this.#options.profile.apiBaseUrl): URL {
    return new URL(baseUrl + path);
  }
}
