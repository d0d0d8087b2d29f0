import { message, type Message } from '../messages/message.ts';
import { factsOfStatus } from './taskStatus.ts';

/** A Task's `assignment_status` in words; one that TaskRouter adds later is shown as it came. */
export function describeStatus(status: string | undefined): Message | string {
  if (status === undefined) return message('Status unknown');
  return factsOfStatus(status)?.label ?? status;
}
