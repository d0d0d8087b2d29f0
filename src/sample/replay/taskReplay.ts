import type { TaskStatus } from '../../core/resources/taskStatus.ts';
import type { LifecycleStep, RoutedBy, SampleTask } from '../data/sampleWorkspace.ts';

type ReservationStatus =
  | 'pending'
  | 'accepted'
  | 'rejected'
  | 'timeout'
  | 'canceled'
  | 'rescinded'
  | 'wrapping'
  | 'completed';

/** A Task at some moment after its creation. All times are milliseconds since the epoch. */
export interface TaskState {
  readonly task: SampleTask;
  readonly status: TaskStatus;
  readonly reason: string | null;
  /** Empty if it is in none. */
  readonly queue: string;
  readonly priority: number;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly queueEnteredAt: number;
  /** Whether TaskRouter has deleted it. Fetching it answers 404, but its events remain. */
  readonly deleted: boolean;
  /** Oldest first. */
  readonly reservations: readonly ReservationState[];
  /** Oldest first. */
  readonly events: readonly TaskEvent[];
}

export interface ReservationState {
  /** Counts from 0 within the Task. */
  readonly index: number;
  readonly worker: string;
  readonly status: ReservationStatus;
  readonly createdAt: number;
  readonly updatedAt: number;
}

/** An event of a Task or of one of its Reservations, with the state right after it. */
export interface TaskEvent {
  /** TaskRouter's event type, such as `reservation.accepted`. */
  readonly type: string;
  /** Unique among the Task's events. */
  readonly at: number;
  readonly status: TaskStatus;
  readonly queue: string;
  readonly priority: number;
  readonly reason: string | null;
  readonly reservation?: ReservationState;
  /** Of an event that says which target matched. */
  readonly routedBy?: RoutedBy;
}

/**
 * TaskRouter deletes a Task some five minutes after it is completed or canceled, see
 * https://www.twilio.com/docs/taskrouter/lifecycle-task-state.
 */
const RETENTION_SECONDS = 5 * 60;

/**
 * When TaskRouter deletes a Task, in seconds from the start. `Infinity` if the Task does not end.
 */
export function deletedAfter({ lifecycle }: SampleTask): number {
  const last = lifecycle.at(-1);
  const ends = last?.step === 'complete' || last?.step === 'cancel';
  return ends ? last.at + RETENTION_SECONDS : Infinity;
}

/**
 * The state of a Task at some moment, replayed from its lifecycle.
 *
 * @param startedAt milliseconds since the epoch: second 0 of the lifecycle
 * @param now milliseconds since the epoch
 * @param removedAt when the Task was deleted by hand
 * @returns `undefined` if the Task has not been created yet
 */
export function replayTask(
  task: SampleTask,
  startedAt: number,
  now: number,
  removedAt = Infinity,
): TaskState | undefined {
  const deletedAt = Math.min(startedAt + deletedAfter(task) * 1000, removedAt);
  const replay = new Replay(startedAt, task.priority);
  for (const step of task.lifecycle) {
    const at = startedAt + step.at * 1000;
    if (at <= now && at < deletedAt) {
      replay.apply(step, at);
    }
  }
  if (replay.events.length === 0) {
    return undefined;
  }
  if (deletedAt <= now) {
    replay.delete(deletedAt);
  }
  return { task, ...replay.state() };
}

class Replay {
  readonly events: TaskEvent[] = [];
  #status: TaskStatus = 'pending';
  #reason: string | null = null;
  #queue = '';
  #priority: number;
  #createdAt: number;
  #queueEnteredAt: number;
  #deleted = false;
  readonly #reservations: ReservationState[] = [];

  constructor(startedAt: number, priority: number) {
    this.#priority = priority;
    this.#createdAt = startedAt;
    this.#queueEnteredAt = startedAt;
  }

  apply(step: LifecycleStep, at: number): void {
    switch (step.step) {
      case 'create':
        this.#createdAt = at;
        this.#record('task.created', at);
        if (step.queue !== undefined) this.#enterQueue(step.queue, at, step.routedBy);
        break;
      case 'moveToQueue':
        this.#record('task-queue.timeout', at);
        this.#enterQueue(step.queue, at, step.routedBy);
        break;
      case 'reserve':
        this.#status = 'reserved';
        for (const worker of step.workers) {
          this.#createReservation(worker, at);
        }
        break;
      case 'accept':
        this.#status = 'assigned';
        this.#changeReservations('pending', 'accepted', at, (worker) => worker === step.worker);
        this.#changeReservations('pending', 'rescinded', at);
        break;
      case 'reject':
        this.#status = this.#isOfferedToOthers(step.worker) ? 'reserved' : 'pending';
        this.#changeReservations('pending', 'rejected', at, (worker) => worker === step.worker);
        break;
      case 'timeOut':
        this.#status = 'pending';
        this.#changeReservations('pending', 'timeout', at);
        break;
      case 'wrapUp':
        this.#status = 'wrapping';
        this.#changeReservations('accepted', 'wrapping', at);
        this.#record('task.wrapup', at);
        break;
      case 'complete':
        this.#end('completed', step.reason);
        this.#changeReservations('accepted', 'completed', at);
        this.#changeReservations('wrapping', 'completed', at);
        this.#record('task.completed', at);
        break;
      case 'cancel':
        this.#end('canceled', step.reason);
        this.#changeReservations('pending', 'canceled', at);
        this.#record('task.canceled', at);
    }
  }

  delete(at: number): void {
    this.#deleted = true;
    this.#record('task.deleted', at);
  }

  state(): Omit<TaskState, 'task'> {
    return {
      status: this.#status,
      reason: this.#reason,
      queue: this.#queue,
      priority: this.#priority,
      createdAt: this.#createdAt,
      updatedAt: this.events.at(-1)?.at ?? this.#createdAt,
      queueEnteredAt: this.#queueEnteredAt,
      deleted: this.#deleted,
      reservations: this.#reservations,
      events: this.events,
    };
  }

  #end(status: TaskStatus, reason: string): void {
    this.#status = status;
    this.#reason = reason;
  }

  #enterQueue(queue: string, at: number, routedBy?: RoutedBy): void {
    this.#priority = routedBy?.priority ?? this.#priority;
    this.#queue = queue;
    this.#queueEnteredAt = at;
    if (routedBy !== undefined) this.#record('workflow.target-matched', at, { routedBy });
    this.#record('task-queue.entered', at);
  }

  #isOfferedToOthers(worker: string): boolean {
    return this.#reservations.some((one) => one.status === 'pending' && one.worker !== worker);
  }

  #createReservation(worker: string, at: number): void {
    const index = this.#reservations.length;
    const reservation: ReservationState = {
      index,
      worker,
      status: 'pending',
      createdAt: at,
      updatedAt: at,
    };
    this.#reservations.push(reservation);
    this.#record('reservation.created', at, { reservation });
  }

  #changeReservations(
    from: ReservationStatus,
    to: ReservationStatus,
    at: number,
    matchesWorker: (worker: string) => boolean = () => true,
  ): void {
    for (const reservation of this.#reservations) {
      if (reservation.status === from && matchesWorker(reservation.worker)) {
        const moved = { ...reservation, status: to, updatedAt: at };
        this.#reservations[reservation.index] = moved;
        this.#record(`reservation.${to === 'wrapping' ? 'wrapup' : to}`, at, {
          reservation: moved,
        });
      }
    }
  }

  /**
   * The events of one step are some milliseconds apart, as they are at Twilio, so that they have an
   * order.
   */
  #record(type: string, at: number, about: Pick<TaskEvent, 'reservation' | 'routedBy'> = {}): void {
    const previous = this.events.at(-1)?.at ?? -Infinity;
    this.events.push({
      type,
      at: at > previous ? at : previous + 7,
      status: this.#status,
      queue: this.#queue,
      priority: this.#priority,
      reason: this.#reason,
      ...about,
    });
  }
}
