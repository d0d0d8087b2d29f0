import { asRecord, parseJson } from '../json/jsonObject.ts';
import { describeRoughDuration } from '../messages/duration.ts';
import { message, type Message } from '../messages/message.ts';
import { isTaskWaiting } from '../resources/taskStatus.ts';
import { reservationKey, type TaskEvent } from './taskEvent.ts';

/**
 * Why a Task waits, as far as one request can tell.
 *
 * @param status of the Task; only those that are pending or reserved wait
 * @param statistics of its TaskQueue, a JSON text; undefined if they cannot be had
 * @param history in its order, which says to whom a Task is offered
 */
export function waitingReason(
  status: string | undefined,
  statistics: string | undefined,
  history: readonly TaskEvent[] = [],
): Message | undefined {
  const offers = status === 'reserved' ? describeOffers(history) : undefined;
  if (offers !== undefined) return offers;
  if (!isTaskWaiting(status) || statistics === undefined) return undefined;
  const answer = parseJson(statistics);
  const fields = asRecord(answer.valid ? answer.value : undefined);
  const parts = [
    describeWorkers(
      countOf(fields['total_eligible_workers']),
      countOf(fields['total_available_workers']),
    ),
    describeTasks(waitingTasks(fields), countOf(fields['longest_task_waiting_age'])),
  ];
  const [first, second] = parts.filter((part) => part !== undefined);
  return first !== undefined && second !== undefined ? message('{0}; {1}', first, second) : first;
}

function describeOffers(history: readonly TaskEvent[]): Message | undefined {
  const open = new Map<string, string>();
  for (const happening of history) {
    const { worker, reservation } = happening.parties;
    const key = reservationKey(happening);
    if (happening.kind === 'offered') open.set(key, worker?.name ?? '');
    else if (reservation !== undefined) open.delete(key);
  }
  const names = [...open.values()];
  const [first, second] = names;
  if (first === undefined || names.includes('')) {
    return names.length < 2 ? undefined : message('Reservations for {0} Workers', names.length);
  }
  if (second === undefined) return message('Reservation for {0}', first);
  return names.length === 2
    ? message('Reservations for {0} and {1}', first, second)
    : message('Reservations for {0} and {1} others', first, names.length - 1);
}

function describeWorkers(
  eligible: number | undefined,
  available: number | undefined,
): Message | undefined {
  if (eligible === undefined) return undefined;
  if (eligible === 0) return message('No Worker is eligible');
  if (eligible === 1) {
    if (available === undefined) return message('1 Worker eligible');
    return available === 0
      ? message('1 Worker eligible, not available')
      : message('1 Worker eligible, and available');
  }
  if (available === undefined) return message('{0} Workers eligible', eligible);
  return available === 0
    ? message('{0} Workers eligible, none available', eligible)
    : message('{0} Workers eligible, {1} available', eligible, available);
}

/** The total includes Tasks that Workers handle, but the age is that of a waiting Task. */
function waitingTasks(fields: Readonly<Record<string, unknown>>): number | undefined {
  const { pending, reserved } = asRecord(fields['tasks_by_status']);
  const counts = [countOf(pending), countOf(reserved)].filter((count) => count !== undefined);
  return counts.length === 0
    ? countOf(fields['total_tasks'])
    : counts.reduce((sum, count) => sum + count);
}

/** No Tasks at all cannot be, as this one waits: the count is older then. */
function describeTasks(count = 0, oldest = 0): Message | undefined {
  if (count === 0) return undefined;
  if (count === 1) return message('1 Task in this TaskQueue');
  return oldest === 0
    ? message('{0} Tasks in this TaskQueue', count)
    : message(
        '{0} Tasks in this TaskQueue, the oldest for {1}',
        count,
        describeRoughDuration(oldest),
      );
}

function countOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
