/** A simulated Workspace: what a person wrote down. All else is worked out from it and the clock. */
export interface SampleWorkspace {
  readonly name: string;
  /** The first one is where new Workers begin. */
  readonly activities: readonly SampleActivity[];
  /** Where TaskRouter puts a Worker who let a reservation time out: the name of an activity. */
  readonly timeoutActivity: string;
  readonly channels: readonly SampleChannel[];
  readonly queues: readonly SampleQueue[];
  readonly workflows: readonly SampleWorkflow[];
  readonly workers: readonly SampleWorker[];
  readonly tasks: readonly SampleTask[];
}

export interface SampleActivity {
  readonly name: string;
  readonly available: boolean;
}

export interface SampleChannel {
  readonly uniqueName: string;
  readonly name: string;
}

export interface SampleQueue {
  readonly name: string;
  /** An expression over the attributes of Workers. */
  readonly targetWorkers: string;
  /** 1 to 50. */
  readonly maxReservedWorkers: number;
}

export interface SampleWorkflow {
  readonly name: string;
  /** Seconds, at most 86,400. */
  readonly reservationTimeout: number;
  /** A JSON document, as text. */
  readonly configuration: string;
}

export interface SampleWorker {
  readonly name: string;
  /** A JSON document, as text. */
  readonly attributes: string;
  /** What the Worker chose, in order of time; `at` in seconds from the start. Never empty. */
  readonly shifts: readonly { readonly at: number; readonly activity: string }[];
}

export interface SampleTask {
  /** Tells it from the other Tasks of its Workspace; its SID derives from it. */
  readonly key: string;
  readonly channel: string;
  readonly workflow: string;
  readonly priority: number;
  /** Seconds until TaskRouter cancels a Task that nobody accepted; at most 1,209,600 (two weeks). */
  readonly timeout: number;
  /**
   * Text to the letter, JSON or not. Never the print of a parsed value: that would change 64-bit
   * numbers, exponents and duplicate keys, which are there to be noticed.
   */
  readonly attributes: string;
  /** A JSON document, as text. */
  readonly addons?: string;
  /** Names of fields that are null in answers: the API requires none of them. */
  readonly nulls?: readonly string[];
  /** Never empty; begins with `create`; in order of time. */
  readonly lifecycle: readonly LifecycleStep[];
}

/**
 * One thing that happens to a Task, at `at` seconds from the start of the simulation (negative for
 * before). State, reservations and events of a Task are all read from its steps, so that they cannot
 * contradict each other. TaskRouter's deletion of ended Tasks is a rule, not a step.
 */
export type LifecycleStep = { readonly at: number } & (
  | { readonly step: 'create' | 'moveToQueue'; readonly queue: string }
  /** Offers the Task to Workers; one reservation each. */
  | { readonly step: 'reserve'; readonly workers: readonly string[] }
  /** One Worker accepts; the offers to the others are rescinded. */
  | { readonly step: 'accept'; readonly worker: string }
  /** One Worker refuses; the Task waits again unless others may still accept. */
  | { readonly step: 'reject'; readonly worker: string }
  /** Nobody accepted in time, and the Task waits again. */
  | { readonly step: 'timeOut' }
  | { readonly step: 'wrapUp' }
  | { readonly step: 'complete' | 'cancel'; readonly reason: string }
);
