import type { ResourceReference } from '../resources/resourceReference.ts';
import type { ResourcePage } from './listPage.ts';
import type { ResourceAnswer } from './resourceAnswer.ts';
import type { ResourceList } from './resourceList.ts';
import type { StatisticsScope } from './statistics.ts';
import type { Workspace } from './workspace.ts';

/**
 * The source of Tasks and other resources for one profile. Both the HTTP client and the simulated Workspace
 * implement it; the editor uses them only through this interface.
 *
 * Unless stated otherwise, a method rejects with a `TaskRouterFailure` if TaskRouter or the connection to it
 * fails, and with `signal.reason` if the caller cancels. No method writes.
 */
export interface TaskSource {
  /**
   * Fetches one resource, such as a Task: `GET /v1/Workspaces/{WorkspaceSid}/Tasks/{Sid}`.
   *
   * @throws TaskRouterFailure of kind `notFound` also for a Task that existed: TaskRouter deletes a Task
   * about five minutes after it is completed or canceled
   * (https://www.twilio.com/docs/taskrouter/lifecycle-task-state).
   */
  fetchResource(resource: ResourceReference, signal: AbortSignal): Promise<ResourceAnswer>;

  /** Lists the account's Workspaces page by page, in the order of the API. */
  listWorkspaces(signal: AbortSignal): AsyncIterable<readonly Workspace[]>;

  /**
   * Fetches one page of a list.
   *
   * @param next that of the previous page; absent for the first page
   * @throws TaskRouterFailure of kind `notFound` if the Workspace or Task does not exist (any more),
   * `badRequest` if TaskRouter does not accept the expression, `unexpectedAnswer` if `next` has another
   * origin or path than the list, in which case no request is sent.
   */
  listResources(list: ResourceList, signal: AbortSignal, next?: string): Promise<ResourcePage>;

  /**
   * Fetches the real-time statistics of a Workspace or one of its TaskQueues:
   * `GET /v1/Workspaces/{WorkspaceSid}/RealTimeStatistics`. Returns the unchanged body, a JSON object.
   *
   * @throws TaskRouterFailure of kind `notFound` if the Workspace or TaskQueue does not exist
   */
  fetchStatistics(place: StatisticsScope, signal: AbortSignal): Promise<string>;

  /**
   * Finds the SID of Flex's Workspace: `taskrouter_workspace_sid` of `GET /v1/Configuration` on Flex's own
   * host (https://www.twilio.com/docs/flex/developer/config/flex-configuration-rest-api).
   *
   * Most accounts do not have Flex, and it is not documented whether an API key may read this. So the result
   * is `undefined` after any failure, including a timeout. Rejects only if the caller cancels.
   */
  findFlexWorkspace(signal: AbortSignal): Promise<string | undefined>;
}
