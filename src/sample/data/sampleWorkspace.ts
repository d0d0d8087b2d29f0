import type { LifeStep } from '../life/lifeStep.ts';

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
  readonly life: readonly LifeStep[];
}
