import { message, type MessageArgument } from '../messages/message.ts';

const labels = new Map(
  Object.entries({
    pending: message('Pending'),
    reserved: message('Reserved'),
    assigned: message('Assigned'),
    wrapping: message('Wrapping'),
    completed: message('Completed'),
    canceled: message('Canceled'),
  }),
);

/** A Task's `assignment_status` in words; one that TaskRouter adds later is shown as it came. */
export function describeStatus(status: string | undefined): MessageArgument {
  if (status === undefined) return message('Status unknown');
  return labels.get(status) ?? status;
}
