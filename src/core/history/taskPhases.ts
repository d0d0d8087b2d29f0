import { factsOfStatus, isTaskOver, taskStatuses, type Phase } from '../resources/taskStatus.ts';
import { reservationKey, type TaskEvent } from './taskEvent.ts';

/** A span of one phase. */
export interface PhaseSpan {
  readonly phase: Phase;
  /** The index of the event that began it. */
  readonly begins: number;
  /** The index of the one that ended it; absent while it lasts. */
  readonly ends?: number;
}

/** The phases of a life, from what happened in it; what has no date changes none. */
export function phases(history: readonly TaskEvent[]): readonly PhaseSpan[] {
  const spans: PhaseSpan[] = [];
  const state = new TaskPhase();
  let open: PhaseSpan | undefined;
  history.forEach((event, index) => {
    if (event.moment === undefined) return;
    state.take(event);
    const phase = state.phase;
    if (phase === open?.phase) return;
    if (open !== undefined) spans.push({ ...open, ends: index });
    open = phase === undefined ? undefined : { phase, begins: index };
  });
  return open === undefined ? spans : [...spans, open];
}

class TaskPhase {
  #started = false;
  #ended = false;
  /** A Worker has completed it, and it did not return to a queue. */
  #done = false;
  readonly #offered = new Set<string>();
  readonly #accepted = new Set<string>();
  readonly #wrapping = new Set<string>();

  /** A reservation of a Task that another Worker has already, as in a transfer, is no waiting. */
  get phase(): Phase | undefined {
    if (this.#ended || !this.#started) return undefined;
    if (this.#accepted.size > 0) return 'talk';
    if (this.#wrapping.size > 0) return 'wrapUp';
    if (this.#offered.size > 0) return 'offered';
    return this.#done ? undefined : 'waiting';
  }

  take(event: TaskEvent): void {
    const { kind, type } = event;
    const reservation = reservationKey(event);
    this.#started ||= kind !== 'other' && kind !== 'updated';
    switch (kind) {
      case 'offered':
        this.#done = false;
        this.#offered.add(reservation);
        break;
      case 'accepted':
        this.#leave(reservation);
        this.#accepted.add(reservation);
        break;
      case 'wrapping':
        // That of the Task comes with that of its reservation, and says nothing more.
        if (type === 'task.wrapup' && this.#wrapping.size > 0) break;
        if (type === 'task.wrapup') this.#accepted.clear();
        this.#leave(reservation);
        this.#wrapping.add(reservation);
        break;
      case 'rejected':
      case 'timedOut':
      case 'rescinded':
      case 'withdrawn':
      case 'failed':
        this.#leave(reservation);
        break;
      case 'completed':
        this.#leave(reservation);
        this.#done = true;
        if (type === 'task.completed') this.#ended = true;
        break;
      case 'canceled':
      case 'deleted':
        this.#ended = true;
        break;
      case 'queued':
      case 'moved':
        this.#done = false;
        break;
      case 'created':
      case 'routed':
      case 'transfer':
      case 'updated':
      case 'other':
        break;
    }
  }

  #leave(reservation: string): void {
    this.#offered.delete(reservation);
    this.#accepted.delete(reservation);
    this.#wrapping.delete(reservation);
  }
}

/** The last known status of a Task, from what happened to it; undefined if nothing tells. */
export function lastStatus(history: readonly TaskEvent[]): string | undefined {
  const end = history.findLast(({ type }) => isTaskOver(statusAfter(type)));
  if (end !== undefined) return statusAfter(end.type);
  const told = history.findLast(({ data }) => (data['task_assignment_status'] ?? '') !== '');
  const span = phases(history).at(-1);
  return (
    told?.data['task_assignment_status'] ??
    taskStatuses.find((status) => span !== undefined && factsOfStatus(status)?.phase === span.phase)
  );
}

/** `completed` of `task.completed`. */
function statusAfter(type: string): string | undefined {
  return /^task\.(.*)$/s.exec(type)?.[1];
}
