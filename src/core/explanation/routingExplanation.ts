import type { Message } from '../messages/message.ts';

/**
 * Why a Task waits, who will get it and what comes next. Its messages are masked by the presenter that it was
 * made with. It claims only what the readings show.
 */
export interface RoutingExplanation {
  /** `waiting` for a Task that is pending or reserved. Any other Task is described by its events. */
  readonly state: 'waiting' | 'assigned' | 'over';
  readonly cause: WaitingCause;
  /** The cause in one sentence, and in another what would change it, if that is known. */
  readonly sentence: Message;
  readonly remedy?: Message;
  /** One line for a CodeLens or a tooltip: "Waiting: 3 Workers match, all offline". */
  readonly summary: Message;
  /** What may matter too, such as a Workflow that was changed after the Task was created. */
  readonly notes: readonly Message[];
  readonly way?: RoutingWay;
  readonly workers?: WorkerTable;
  readonly ahead?: TasksAhead;
  /** What could not be read, one sentence each: "Could not read the Workers. …" */
  readonly missing: readonly Message[];
}

/** In the order of their rank: the first one that applies is shown. */
export const WAITING_CAUSES = [
  'heldOnPurpose',
  'nobodyInQueue',
  'nobodyMatchesTarget',
  'knownWorker',
  'nobodyAvailable',
  'noCapacity',
  'offeredAgain',
  'offered',
  'othersAhead',
  'defaultFilter',
  'assignable',
  'uncertain',
  'notRead',
  /** The Task does not wait: assigned, wrapping or over. */
  'notWaiting',
] as const;
export type WaitingCause = (typeof WAITING_CAUSES)[number];

/** The way through the Workflow. */
export interface RoutingWay {
  /** Absent if it is not known. */
  readonly workflow?: NamedResource;
  readonly filters: readonly ExplainedFilter[];
  readonly steps: readonly ExplainedStep[];
  /** The index in `steps` of the one that the Task is in; absent if it cannot be told. */
  readonly current?: number;
  /** What the present step was found by. `estimated` means by TaskQueue, priority and age only. */
  readonly currentBy?: 'events' | 'estimated';
  /** "In 1 min 20 s: Everyone, priority 10", or "Canceled at 14:07". */
  readonly next?: Message;
}

export interface NamedResource {
  readonly sid?: string;
  /** Its friendly name, or its SID. */
  readonly name: string;
}

export interface ExplainedFilter {
  readonly index: number | 'default';
  readonly name: string;
  /** As in the Workflow, but masked; absent for the default filter. */
  readonly expression?: string;
  readonly outcome: 'match' | 'noMatch' | 'uncertain' | 'notReached';
  /** Whether the present step, or the first one, belongs to it. */
  readonly isCurrent: boolean;
  readonly clauses: readonly ExplainedClause[];
}

export interface ExplainedClause {
  /** As in the expression, but masked. */
  readonly text: string;
  readonly outcome: 'true' | 'false' | 'uncertain';
  /** "`language` is "es", not "en"". */
  readonly reasons: readonly Message[];
}

export interface ExplainedStep {
  /** Seconds of the Task's age at which it begins. */
  readonly age: number;
  /** In ms since the epoch; absent if unknown. */
  readonly at?: number;
  readonly filter: number | 'default' | 'routingTarget' | null;
  readonly target: number | null;
  readonly queue?: NamedResource;
  readonly priority: number | null;
  readonly outcome: 'waits' | 'skipped' | 'moved' | 'canceled' | 'uncertain';
  readonly position: 'passed' | 'current' | 'ahead' | 'unknown';
  /** "Billing (Spanish), priority 10". */
  readonly label: Message;
  readonly reasons: readonly Message[];
}

export interface WorkerTable {
  /** At most 200, in the order in which TaskRouter would offer them the Task. */
  readonly rows: readonly ExplainedWorker[];
  readonly counts: WorkerCounts;
  /** Whether more exist than were read: counts are "at least" then. */
  readonly isCut: boolean;
  /** Where the server's answer to who is in the TaskQueue differs from its expression by our reading. */
  readonly disagreements: readonly Message[];
  /** "By longest time in the present Activity", or the `order_by`. */
  readonly order: Message;
}

export interface WorkerCounts {
  readonly all: number;
  readonly inQueue: number;
  /** How many of those in the TaskQueue match the target's expression. */
  readonly matching: number;
  readonly available: number;
  readonly withCapacity: number;
}

export interface ExplainedWorker {
  readonly sid: string;
  readonly name: string;
  readonly activity?: string;
  readonly isAvailable?: boolean;
  /** Since when, in ms since the epoch. */
  readonly since?: number;
  /** Whether that is since a Reservation of the Task timed out. */
  readonly isAfterTimeout: boolean;
  readonly inQueue: 'yes' | 'no' | 'uncertain';
  readonly matchesTarget: 'yes' | 'no' | 'uncertain' | 'notAsked';
  /** On the Task's channel; absent if it was not read. */
  readonly capacity?: {
    readonly used: number;
    readonly total: number;
    readonly isOn: boolean;
  };
  readonly pendingReservation: boolean;
  readonly verdict:
    | 'next'
    | 'eligible'
    | 'unavailable'
    | 'noCapacity'
    | 'channelOff'
    | 'reserved'
    | 'noMatch'
    | 'notInQueue'
    | 'uncertain';
  /** The one clause that fails, or the obstacle: "`skills` does not have "es"". */
  readonly reason?: Message;
}

export interface TasksAhead {
  /** How many stand before it; at least that many if the list was cut. */
  readonly count: number;
  readonly byPriority: number;
  readonly byAge: number;
  readonly isCut: boolean;
  /** At most 20, first the one that is next. */
  readonly tasks: readonly TaskAhead[];
}

export interface TaskAhead {
  readonly sid: string;
  readonly priority: number;
  /** In ms since the epoch. */
  readonly since: number;
  readonly status: string;
}
