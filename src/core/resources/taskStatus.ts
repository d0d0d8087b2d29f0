import { message, type Message } from '../messages/message.ts';

/** What a Task is waiting for, or busy with. */
export type Phase = 'waiting' | 'offered' | 'talk' | 'wrapUp';

interface StatusFacts {
  readonly label: Message;
  /** One of VS Code's product icons, each of another shape: colour alone would tell some people nothing. */
  readonly icon: string;
  /** The id of a theme colour. */
  readonly color: string;
  /** Absent where the Task is over. */
  readonly phase?: Phase;
}

/** What `assignment_status` of a Task can be, in the order of its life. */
export const statusFacts = {
  pending: { label: message('Pending'), icon: 'watch', color: 'charts.yellow', phase: 'waiting' },
  reserved: { label: message('Reserved'), icon: 'bell', color: 'charts.orange', phase: 'offered' },
  assigned: { label: message('Assigned'), icon: 'person', color: 'charts.blue', phase: 'talk' },
  wrapping: { label: message('Wrapping'), icon: 'edit', color: 'charts.purple', phase: 'wrapUp' },
  completed: { label: message('Completed'), icon: 'pass', color: 'charts.green' },
  canceled: { label: message('Canceled'), icon: 'circle-slash', color: 'disabledForeground' },
} as const satisfies Record<string, StatusFacts>;

export type TaskStatus = keyof typeof statusFacts;

export const taskStatuses = Object.keys(statusFacts) as readonly TaskStatus[];

/** What is known of a status; `undefined` for one that TaskRouter adds later. */
export function factsOfStatus(status: unknown): StatusFacts | undefined {
  return isTaskStatus(status) ? statusFacts[status] : undefined;
}

export function isTaskStatus(status: unknown): status is TaskStatus {
  return typeof status === 'string' && Object.hasOwn(statusFacts, status);
}

/** Whether nothing but its attributes changes a Task any more; not if the status is unknown. */
export function isTaskOver(status: unknown): boolean {
  const facts = factsOfStatus(status);
  return facts !== undefined && facts.phase === undefined;
}

/** Whether a Task waits for a Worker to accept it. */
export function isTaskWaiting(status: unknown): boolean {
  const phase = factsOfStatus(status)?.phase;
  return phase === 'waiting' || phase === 'offered';
}

/** A Task's `assignment_status` in words; one that TaskRouter adds later is shown as it came. */
export function describeStatus(status: string | undefined): Message | string {
  if (status === undefined) return message('Status unknown');
  return factsOfStatus(status)?.label ?? status;
}
