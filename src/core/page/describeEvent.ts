import type { TaskEvent, Party } from '../history/taskEvent.ts';
import { message, type Message, type MessageArgument } from '../messages/message.ts';
import type { Phase } from '../resources/taskStatus.ts';
import { shortenSid } from '../sids/sid.ts';
import { sidNames } from '../sids/sidNames.ts';

/** What happened, in words. An event of an unknown type is described by that type. */
export function describeTaskEvent({
  type,
  kind,
  parties,
  description,
}: TaskEvent): MessageArgument {
  const { worker, queue, previousQueue, workflow } = parties;
  switch (type) {
    case 'task.created':
      return message('Created');
    case 'workflow.entered':
      return about(workflow, message('Entered a Workflow'), (name) =>
        message('Entered Workflow {0}', name),
      );
    case 'workflow.target-matched':
      return about(workflow, message('Matched a target of a Workflow'), (name) =>
        message('Matched a target of Workflow {0}', name),
      );
    case 'workflow.skipped':
      return about(workflow, message('Skipped a step of a Workflow'), (name) =>
        message('Skipped a step of Workflow {0}', name),
      );
    case 'workflow.timeout':
      return about(workflow, message('Timed out in a Workflow'), (name) =>
        message('Timed out in Workflow {0}', name),
      );
    case 'task-queue.entered':
      return about(queue, message('Entered a TaskQueue'), (name) =>
        message('Entered TaskQueue {0}', name),
      );
    case 'task-queue.timeout':
      return about(queue, message('Timed out in a TaskQueue'), (name) =>
        message('Timed out in TaskQueue {0}', name),
      );
    case 'task-queue.moved':
      return previousQueue !== undefined && queue !== undefined
        ? message('Moved from TaskQueue {0} to {1}', nameOf(previousQueue), nameOf(queue))
        : about(queue, message('Moved to another TaskQueue'), (name) =>
            // Without the one before it cannot be told which of the two it is.
            message('Moved to another TaskQueue: {0}', name),
          );
    case 'task.updated':
      return message('Updated');
    case 'task.transfer-initiated':
      return message('Transfer started');
    case 'task.transfer-attempt-failed':
      return message('Transfer attempt failed');
    case 'task.transfer-failed':
      return message('Transfer failed');
    case 'task.transfer-canceled':
      return message('Transfer canceled');
    case 'task.transfer-completed':
      return message('Transferred');
    case 'task.wrapup':
      return message('Wrapping up');
    case 'task.completed':
      return message('Completed');
    case 'task.canceled':
      return message('Canceled');
    case 'task.deleted':
      return message('Deleted');
    case 'task.system-deleted':
      return message('Deleted by TaskRouter');
  }
  const words = ofReservation.get(kind);
  if (words !== undefined) return about(worker, words[0], words[1]);
  if (type !== '') return type;
  return description === '' ? message('An event without a type') : description;
}

type Sentences = readonly [withoutName: Message, withName: (name: string) => Message];

const ofReservation: ReadonlyMap<string, Sentences> = new Map<string, Sentences>([
  [
    'offered',
    [message('Reservation for a Worker'), (name) => message('Reservation for {0}', name)],
  ],
  ['accepted', [message('Accepted'), (name) => message('Accepted by {0}', name)]],
  ['rejected', [message('Rejected'), (name) => message('Rejected by {0}', name)]],
  [
    'timedOut',
    [message('No answer in time'), (name) => message('{0} did not answer in time', name)],
  ],
  [
    'rescinded',
    [
      message('Reservation rescinded (another Worker accepted)'),
      (name) => message('Reservation for {0} rescinded (another Worker accepted)', name),
    ],
  ],
  [
    'withdrawn',
    [message('Reservation canceled'), (name) => message('Reservation for {0} canceled', name)],
  ],
  [
    'failed',
    [message('Reservation failed'), (name) => message('Reservation for {0} failed', name)],
  ],
  ['wrapping', [message('A Worker is wrapping up'), (name) => message('{0} is wrapping up', name)]],
  ['completed', [message('Completed by a Worker'), (name) => message('Completed by {0}', name)]],
]);

function about(
  party: Party | undefined,
  withoutName: Message,
  withName: (name: string) => Message,
): Message {
  return party === undefined ? withoutName : withName(nameOf(party));
}

function nameOf({ sid, name }: Party): string {
  return name === '' ? shortenSid(sid) : name;
}

/**
 * Who made something happen: by name if an event tells it, else by SID, with where it came from; empty if
 * the event does not say.
 *
 * @param workerNames by the SIDs of Workers, in lower case
 */
export function describeAuthor(
  { parties, origin }: TaskEvent,
  workerNames: ReadonlyMap<string, string>,
): readonly Message[] {
  const details = [origin?.source, origin?.address].filter(Boolean).join(', ');
  const { actor } = parties;
  if (actor === undefined) return details === '' ? [] : [message('Source: {0}', details)];
  const name = workerNames.get(actor.sid.toLowerCase()) ?? '';
  const kind = sidNames.get(actor.sid.slice(0, 2)) ?? origin?.actorType ?? '';
  const who = name === '' ? `${kind} ${shortenSid(actor.sid)}`.trim() : name;
  return [details === '' ? message('By {0}', who) : message('By {0} ({1})', who, details)];
}

/** The names of the Workers in a Task's events, by their SIDs in lower case. */
export function workerNames(history: readonly TaskEvent[]): ReadonlyMap<string, string> {
  return new Map(
    history.flatMap(({ parties: { worker } }) =>
      worker === undefined || worker.sid === '' || worker.name === ''
        ? []
        : [[worker.sid.toLowerCase(), worker.name] as const],
    ),
  );
}

/** How long a phase took: "Waited for 9 min 12 s". */
export function describeSpan(phase: Phase, duration: MessageArgument, lasts: boolean): Message {
  switch (phase) {
    case 'waiting':
      return lasts ? message('Waiting for {0}', duration) : message('Waited for {0}', duration);
    case 'offered':
      return lasts
        ? message('Not answered for {0}', duration)
        : message('Reserved for {0}', duration);
    case 'talk':
      return lasts
        ? message('Worked on for {0} so far', duration)
        : message('Worked on for {0}', duration);
    case 'wrapUp':
      return lasts
        ? message('Wrapping up for {0}', duration)
        : message('Wrapped up for {0}', duration);
  }
}
