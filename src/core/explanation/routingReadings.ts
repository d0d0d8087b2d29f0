import type { Failure } from '../taskrouter/failure.ts';
import type { ListedResource } from '../taskrouter/listPage.ts';

/** One part of what is read to explain a Task's routing. Each may fail without the others. */
export type Reading<Value> =
  | { readonly kind: 'read'; readonly value: Value }
  | { readonly kind: 'failed'; readonly failure: Failure }
  /** Not asked for yet, or not needed. */
  | { readonly kind: 'unread' };

/** The rows of a list, as far as they were read. */
export interface ReadRows {
  readonly rows: readonly ListedResource[];
  /** Whether there are more than were read. */
  readonly isCut: boolean;
}

/**
 * What was read, by GET, to explain how a Task is routed. Texts are unchanged answers of the API. The
 * explanation masks what is shown of them.
 */
export interface RoutingReadings {
  /** When it was read, by the server's clock, in ms since the epoch. */
  readonly at: number;
  readonly workflow: Reading<string>;
  /** The TaskQueue that the Task is in. */
  readonly queue: Reading<string>;
  /** All TaskQueues of the Workspace, for the names and expressions of the Workflow's other steps. */
  readonly queues: Reading<ReadRows>;
  /** Workers of the Workspace, at most 15 pages of 1,000. */
  readonly workers: Reading<ReadRows>;
  /** `Workers?TaskQueueSid=`: the server's own answer to who is in the TaskQueue. It wins over ours. */
  readonly members: Reading<ReadRows>;
  readonly activities: Reading<ReadRows>;
  /** `Workers/{WK…}/Channels` by the Worker's SID, of at most 20 candidates. */
  readonly channels: ReadonlyMap<string, Reading<ReadRows>>;
  /** `RealTimeStatistics` of the TaskQueue. */
  readonly statistics: Reading<string>;
  /** Pending and reserved Tasks of the TaskQueue: one page of 1,000. */
  readonly tasks: Reading<ReadRows>;
}

/** The readings of a Task for which nothing was read but the Task itself. */
export const NOTHING_READ: RoutingReadings = {
  at: 0,
  ...{ workflow: { kind: 'unread' }, queue: { kind: 'unread' }, queues: { kind: 'unread' } },
  ...{ workers: { kind: 'unread' }, members: { kind: 'unread' }, activities: { kind: 'unread' } },
  ...{ channels: new Map(), statistics: { kind: 'unread' }, tasks: { kind: 'unread' } },
};
