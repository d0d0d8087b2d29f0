import type { TimelineKind } from './timelineView.ts';

/**
 * What TaskRouter's events are, in the order in which things happen at the same time:
 * https://www.twilio.com/docs/taskrouter/api/event/reference.
 */
export const happeningKinds: ReadonlyMap<string, TimelineKind> = new Map<string, TimelineKind>([
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
