import { message, type Message } from '../messages/message.ts';

/** What happens to a Task that is not over: it waits, is offered to a Worker, is worked on, or wraps up. */
export type Phase = 'waiting' | 'offered' | 'talk' | 'wrapUp';

interface StatusFacts {
  readonly label: Message;
  /**
   * A product icon (https://code.visualstudio.com/api/references/icons-in-labels). Each status has its own
   * shape, as not every user can tell them apart by color.
   */
  readonly icon: string;
  /** The id of a theme color (https://code.visualstudio.com/api/references/theme-color). */
  readonly color: string;
  /** Absent if the Task is over. */
  readonly phase?: Phase;
}

/** The values of `assignment_status`, in order: https://www.twilio.com/docs/taskrouter/lifecycle-task-state. */
export const statusFacts = {
  pending: {
    label: message('Pending'),
    icon: 'clockface',
    color: 'charts.yellow',
    phase: 'waiting',
  },
  reserved: { label: message('Reserved'), icon: 'bell', color: 'charts.orange', phase: 'offered' },
  assigned: { label: message('Assigned'), icon: 'person', color: 'charts.blue', phase: 'talk' },
  wrapping: { label: message('Wrapping'), icon: 'edit', color: 'charts.purple', phase: 'wrapUp' },
  completed: { label: message('Completed'), icon: 'pass', color: 'charts.green' },
  canceled: { label: message('Canceled'), icon: 'circle-slash', color: 'disabledForeground' },
} as const satisfies Record<string, StatusFacts>;

export type TaskStatus = keyof typeof statusFacts;

export const taskStatuses = Object.keys(statusFacts) as readonly TaskStatus[];

/** Returns `undefined` for an unknown status, such as one that TaskRouter adds later. */
export function factsOfStatus(status: unknown): StatusFacts | undefined {
  return isTaskStatus(status) ? statusFacts[status] : undefined;
}

export function isTaskStatus(status: unknown): status is TaskStatus {
  return typeof status === 'string' && Object.hasOwn(statusFacts, status);
}

/** Whether a Task is completed or canceled: only its attributes can still change. False if unknown. */
export function isTaskOver(status: unknown): boolean {
  const facts = factsOfStatus(status);
  return facts !== undefined && facts.phase === undefined;
}

/** Whether no Worker has accepted the Task yet. */
export function isTaskWaiting(status: unknown): boolean {
  const phase = factsOfStatus(status)?.phase;
  return phase === 'waiting' || phase === 'offered';
}

/** The label of an `assignment_status`; an unknown one is shown as TaskRouter sent it. */
export function describeStatus(status: string | undefined): Message | string {
  if (status === undefined) return message('Status unknown');
  return factsOfStatus(status)?.label ?? status;
}
