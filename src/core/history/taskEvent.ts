import type { Timestamp } from '../resources/timestamp.ts';
import type { AttributeChange } from './attributeChange.ts';

/** One thing that happened to a Task, by an event or by the dates of a reservation. */
export interface TaskEvent {
  /** The SID of the event, or that of the reservation and what of it: the same at every reading. */
  readonly id: string;
  /** Absent for what only the dates of a reservation tell. */
  readonly eventSid?: string;
  /** `event_type` in one line; empty if there is none. */
  readonly type: string;
  readonly kind: TaskEventKind;
  readonly moment?: Timestamp;
  readonly parties: TaskEventParties;
  /** All texts of `event_data`, numbers too, in one line each; masked if that is asked for. */
  readonly data: Readonly<Record<string, string>>;
  /** `task_attributes` and `task_addons` to the letter, whatever is masked; absent where there are none. */
  readonly attributes?: string;
  readonly addons?: string;
  /** What of the attributes it changed, masked if that is asked for. */
  readonly change?: AttributeChange;
  /** Where it came from. */
  readonly origin?: TaskEventOrigin;
  /** Twilio's own words. */
  readonly description: string;
  /** The row, to the letter. */
  readonly text: string;
}

/** Whom or what it was about. */
interface TaskEventParties {
  readonly worker?: Party;
  readonly reservation?: Party;
  readonly queue?: Party;
  readonly previousQueue?: Party;
  readonly workflow?: Party;
  /** Who did it. */
  readonly actor?: Party;
}

/** As the event says it, in one line each; empty for what it does not. */
interface TaskEventOrigin {
  /** `worker`, `workspace`. */
  readonly actorType: string;
  /** `api`, `twilio`. */
  readonly source: string;
  /** An IP address. */
  readonly address: string;
}

export interface Party {
  /** As it came; empty if only the name is there. */
  readonly sid: string;
  /** In one line; empty if only the SID is there. */
  readonly name: string;
}

/**
 * What TaskRouter's events are, in the order in which things happen at the same time:
 * https://www.twilio.com/docs/taskrouter/api/event/reference.
 */
export const taskEventKinds: ReadonlyMap<string, TaskEventKind> = new Map<string, TaskEventKind>([
  ['task.created', 'created'],
  ['workflow.entered', 'routed'],
  ['workflow.target-matched', 'routed'],
  ['workflow.skipped', 'routed'],
  ['workflow.timeout', 'routed'],
  ['task-queue.entered', 'queued'],
  ['task-queue.timeout', 'moved'],
  ['task-queue.moved', 'moved'],
  ['task.updated', 'updated'],
  ['task.transfer-initiated', 'transfer'],
  ['reservation.created', 'offered'],
  ['reservation.accepted', 'accepted'],
  ['reservation.rejected', 'rejected'],
  ['reservation.timeout', 'timedOut'],
  ['reservation.rescinded', 'rescinded'],
  ['reservation.canceled', 'withdrawn'],
  ['reservation.failed', 'failed'],
  ['task.transfer-attempt-failed', 'transfer'],
  ['task.transfer-failed', 'transfer'],
  ['task.transfer-canceled', 'transfer'],
  ['task.transfer-completed', 'transfer'],
  ['reservation.wrapup', 'wrapping'],
  ['task.wrapup', 'wrapping'],
  ['reservation.completed', 'completed'],
  ['task.completed', 'completed'],
  ['task.canceled', 'canceled'],
  ['task.deleted', 'deleted'],
  ['task.system-deleted', 'deleted'],
]);

export type TaskEventKind =
  | 'created'
  | 'queued'
  | 'routed'
  | 'moved'
  | 'offered'
  | 'accepted'
  | 'rejected'
  | 'timedOut'
  | 'rescinded'
  | 'withdrawn'
  | 'failed'
  | 'transfer'
  | 'wrapping'
  | 'completed'
  | 'canceled'
  | 'deleted'
  | 'updated'
  | 'other';

/**
 * What tells the reservation that something happened to from others of the Task, or else the Worker;
 * empty if it happened to none. Hex digits mean the same in either case.
 */
export function reservationKey({ parties }: TaskEvent): string {
  return (parties.reservation?.sid ?? parties.worker?.sid ?? '').toLowerCase();
}
