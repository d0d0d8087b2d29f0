import { message, type Message } from '../messages/message.ts';
import type { TaskStatus } from './taskStatus.ts';

const labels = new Map<string, Message>(
  Object.entries({
    pending: message('Pending'),
    reserved: message('Reserved'),
    assigned: message('Assigned'),
    wrapping: message('Wrapping'),
    completed: message('Completed'),
    canceled: message('Canceled'),
  } satisfies Record<TaskStatus, Message>),
);

/** A Task's `assignment_status` in words; one that TaskRouter adds later is shown as it came. */
export function describeStatus(status: string | undefined): Message | string {
  if (status === undefined) return message('Status unknown');
  return labels.get(status) ?? status;
}
