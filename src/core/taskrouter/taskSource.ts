import type { ResourceReference } from '../resources/resourceReference.ts';
import type { ResourcePage } from './listPage.ts';
import type { ResourceAnswer } from './resourceAnswer.ts';
import type { ResourceList } from './resourceList.ts';
import type { StatisticsScope } from './statistics.ts';
import type { Workspace } from './workspace.ts';

/**
 * Where Tasks and other resources come from, for one profile. The HTTP client and the simulated
 * workspace implement it; the editor knows nothing else of either.
 *
 * Unless it says otherwise, a method rejects with a `TaskRouterFailure` when TaskRouter or the way to
 * it fails, and with `signal.reason` when the caller cancels. There is no method that writes.
 */
export interface TaskSource {
  /**
   * Reads one resource, such as a Task: `GET /v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}`.
   *
   * @throws TaskRouterFailure of kind `notFound` also for a Task that existed: TaskRouter deletes
   * Tasks some five minutes after they are completed or canceled.
   */
  fetchResource(resource: ResourceReference, signal: AbortSignal): Promise<ResourceAnswer>;

  /** Lists the account's Workspaces, a page at a time, in the order of the API. */
  listWorkspaces(signal: AbortSignal): AsyncIterable<readonly Workspace[]>;

  /**
   * Reads one page of a list: the first, or the one that `next` of the page before leads to.
   *
   * @throws TaskRouterFailure of kind `notFound` for a Workspace or a Task that is not there (any
   * more); `badRequest` for an expression that TaskRouter cannot read; `unexpectedAnswer` if `next`
   * is on another origin or of another path than the list, in which case nothing is asked.
   */
  listResources(list: ResourceList, signal: AbortSignal, next?: string): Promise<ResourcePage>;

  /**
   * What is going on in a Workspace or one of its Task Queues, as counted by
   * `GET /v1/Workspaces/{WorkspaceSid}/RealTimeStatistics`: the body to the letter, a JSON object.
   *
   * @throws TaskRouterFailure of kind `notFound` for a Workspace or a Task Queue that is not there
   */
  fetchStatistics(place: StatisticsScope, signal: AbortSignal): Promise<string>;

  /**
   * The SID of the Workspace that Flex works in: `taskrouter_workspace_sid` of
   * `GET /v1/Configuration`, which Flex has on a host of its own.
   *
   * Most accounts have no Flex, and whether an API key may read this is not documented: so any
   * failure, a slow answer included, means that there is none. Rejects only when cancelled.
   */
  findFlexWorkspace(signal: AbortSignal): Promise<string | undefined>;
}
