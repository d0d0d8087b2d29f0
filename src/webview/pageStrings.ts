import type {
  ExplainedClause,
  ExplainedFilter,
  ExplainedWorker,
  WorkerCounts,
} from '../core/explanation/routingExplanation.ts';

/** The page's own texts, in the user's language. */
export interface PageStrings {
  readonly refresh: string;
  readonly watch: string;
  /** The `{0}` is replaced by a number of seconds. */
  readonly watching: string;
  readonly stop: string;
  readonly json: string;
  readonly compare: string;
  readonly copyAs: string;
  readonly console: string;
  readonly copySid: string;
  readonly copyValue: string;
  readonly copyPath: string;
  readonly fetching: string;
  /** The `{0}` in this text and in `ago` and `changesSince` is replaced by a time or a duration. */
  readonly fetchedAt: string;
  readonly ago: string;
  readonly justNow: string;
  /** By the English text of each form of a duration. */
  readonly durations: Readonly<Record<string, string>>;
  /** The `{0}` in this text and the next one is replaced by the time zone. */
  readonly showExact: string;
  readonly showRelative: string;
  readonly changesSince: string;
  readonly dismiss: string;
  readonly added: string;
  readonly removed: string;
  readonly masked: string;
  readonly maskedNote: string;
  readonly deleted: string;
  readonly profile: string;
  /** Shown if the editor does not answer. */
  readonly noAnswer: string;
  readonly lifecycle: string;
  readonly details: string;
  readonly routing: string;
  readonly routingSection: RoutingStrings;
  readonly time: string;
  readonly none: string;
  readonly attributes: string;
  readonly addons: string;
  readonly decoded: string;
  readonly lastKnown: string;
  readonly search: string;
  readonly nothingFound: string;
  readonly oneHit: string;
  readonly hits: string;
  readonly duplicate: string;
  readonly oneKey: string;
  readonly oneItem: string;
  /** The `{0}` in `hits` and in this text and the next two is replaced by a number. */
  readonly keys: string;
  readonly items: string;
  readonly showMore: string;
  readonly timeline: string;
  readonly timelineNote: string;
  readonly timelineLoading: string;
  readonly timelineEmpty: string;
  /** For attributes that an event changed. */
  readonly before: string;
  readonly after: string;
  readonly moreChanges: string;
  readonly tryAgain: string;
  readonly otherFields: string;
  readonly links: string;
  readonly changed: string;
  /** The states of a step of the lifecycle, for screen readers. */
  readonly passed: string;
  readonly present: string;
  readonly ahead: string;
  readonly skipped: string;
  readonly unknown: string;
}

/** The texts of the section about routing. Those with `{0}` get a number, a time or a name there. */
interface RoutingStrings {
  readonly reading: string;
  readonly renewing: string;
  readonly next: string;
  /** `{0}` is the step, `{1}` the time until then. */
  readonly nextIn: string;
  readonly nextDue: string;
  readonly way: string;
  readonly filters: string;
  readonly steps: string;
  readonly filterOutcomes: Readonly<Record<ExplainedFilter['outcome'], string>>;
  readonly clauseOutcomes: Readonly<Record<ExplainedClause['outcome'], string>>;
  readonly uncertain: string;
  readonly estimated: string;
  readonly workers: string;
  readonly columns: Readonly<
    Record<'worker' | 'verdict' | 'activity' | 'taskQueue' | 'target' | 'capacity', string>
  >;
  readonly counts: Readonly<Record<keyof WorkerCounts, string>>;
  readonly verdicts: Readonly<Record<ExplainedWorker['verdict'], string>>;
  readonly answers: Readonly<Record<ExplainedWorker['matchesTarget'], string>>;
  readonly available: string;
  readonly unavailable: string;
  readonly lasting: string;
  readonly used: string;
  readonly channelOff: string;
  readonly reservationPending: string;
  readonly notReadCapacity: string;
  readonly showing: string;
  readonly atLeast: string;
  readonly aheadOfIt: string;
  readonly nothingAhead: string;
  readonly byPriorityAndAge: string;
  readonly priority: string;
  readonly waitingFor: string;
}

/** Replaces the placeholder of a text by a number. */
export function withNumber(text: string, count: number): string {
  return text.replace('{0}', String(count));
}
