import type { TaskStatus } from '../../core/resources/taskStatus.ts';
import type { SampleTask } from '../data/sampleWorkspace.ts';

export type ReservationStatus =
  | 'pending'
  | 'accepted'
  | 'rejected'
  | 'timeout'
  | 'canceled'
  | 'rescinded'
  | 'wrapping'
  | 'completed';

/** A Task that exists or existed, at some moment. All times are milliseconds since the epoch. */
export interface TaskState {
  readonly task: SampleTask;
  readonly status: TaskStatus;
  readonly reason: string | null;
  readonly queue: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly queueEnteredAt: number;
  /** TaskRouter has deleted it: reading it answers 404, its events remain. */
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

/** What happened to a Task or to one of its reservations, with the state right after it. */
export interface TaskEvent {
  /** TaskRouter's name of it, such as `reservation.accepted`. */
  readonly type: string;
  /** No two events of a Task have the same. */
  readonly at: number;
  readonly status: TaskStatus;
  readonly queue: string;
  readonly reason: string | null;
  readonly reservation?: ReservationState;
}
