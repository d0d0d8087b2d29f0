/**
 * The configuration and Tasks of a simulated Workspace. All else is derived from these and the
 * clock.
 */
export interface SampleWorkspace {
  readonly name: string;
  /** Workers start in the first one. */
  readonly activities: readonly SampleActivity[];
  /** The name of the Activity that TaskRouter gives a Worker whose Reservation timed out. */
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
  /** How many Tasks of it a Worker takes at once, if nothing else is set up for the Worker. */
  readonly capacity: number;
}

export interface SampleQueue {
  readonly name: string;
  /** An expression over the attributes of Workers. */
  readonly targetWorkers: string;
  /** 1 to 50, see https://www.twilio.com/docs/taskrouter/api/task-queue. */
  readonly maxReservedWorkers: number;
}

export interface SampleWorkflow {
  readonly name: string;
  /** Seconds, at most 86,400, see https://www.twilio.com/docs/taskrouter/api/workflow. */
  readonly reservationTimeout: number;
  /** A JSON document, as text. */
  readonly configuration: string;
  /** Seconds from the start at which it was last changed; absent if never. */
  readonly changedAt?: number;
}

export interface SampleWorker {
  readonly name: string;
  /** A JSON document, as text. */
  readonly attributes: string;
  /**
   * The Activities that the Worker chooses, in order of time. `at` is in seconds from the start.
   * Never empty.
   */
  readonly shifts: readonly { readonly at: number; readonly activity: string }[];
  /** By the unique name of a Task Channel, where it differs from what the channel has. */
  readonly channels?: Readonly<Record<string, SampleWorkerChannel | undefined>>;
}

interface SampleWorkerChannel {
  readonly capacity?: number;
  /** `false` if it is switched off for this Worker. */
  readonly available?: boolean;
}

export interface SampleTask {
  /** Unique within the Workspace. The Task's SID is derived from it. */
  readonly key: string;
  readonly channel: string;
  readonly workflow: string;
  readonly priority: number;
  /**
   * Seconds until TaskRouter cancels a Task that no Worker accepted, at most 1,209,600 (two weeks).
   */
  readonly timeout: number;
  /**
   * The exact text, which may not be JSON. Never a serialized value: that would change 64-bit
   * numbers, exponents and duplicate keys, which are part of the sample.
   */
  readonly attributes: string;
  /** A JSON document, as text. */
  readonly addons?: string;
  /** Names of fields that are null in answers. The API requires none of them. */
  readonly nulls?: readonly string[];
  /** In order of time, beginning with `create`. Never empty. */
  readonly lifecycle: readonly LifecycleStep[];
}

/**
 * One step of a Task's lifecycle, at `at` seconds from the start of the simulation (negative for
 * earlier). Status, Reservations and events of a Task are all derived from its steps, so that they
 * are consistent. The deletion of ended Tasks follows from TaskRouter's rule and is not a step.
 */
export type LifecycleStep = { readonly at: number } &
  /** Without a TaskQueue, the Workflow decides where the Task goes, then and later. */
  (
    | { readonly step: 'create'; readonly queue?: string; readonly routedBy?: RoutedBy }
    | { readonly step: 'moveToQueue'; readonly queue: string; readonly routedBy?: RoutedBy }
    /** Offers the Task to Workers, with one Reservation each. */
    | { readonly step: 'reserve'; readonly workers: readonly string[] }
    /** One Worker accepts. The Reservations of the others are rescinded. */
    | { readonly step: 'accept'; readonly worker: string }
    /** One Worker rejects. The Task is pending again unless others may still accept. */
    | { readonly step: 'reject'; readonly worker: string }
    /** No Worker accepted in time. The Task is pending again. */
    | { readonly step: 'timeOut' }
    | { readonly step: 'wrapUp' }
    | { readonly step: 'complete' | 'cancel'; readonly reason: string }
  );

/** The target of a Workflow that a Task matched. */
export interface RoutedBy {
  readonly priority: number;
  /** Absent for the default. */
  readonly filter?: { readonly name: string; readonly expression: string };
  readonly targetExpression?: string;
}
