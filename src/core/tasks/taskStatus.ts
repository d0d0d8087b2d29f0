/** What `assignment_status` of a Task can be, in the order of its life. */
export const taskStatuses = [
  'pending',
  'reserved',
  'assigned',
  'wrapping',
  'completed',
  'canceled',
] as const;

export type TaskStatus = (typeof taskStatuses)[number];
