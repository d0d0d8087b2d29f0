/** The page's own texts, in the user's language. */
export interface PageStrings {
  readonly refresh: string;
  readonly watch: string;
  readonly unwatch: string;
  readonly json: string;
  readonly compare: string;
  readonly console: string;
  readonly copySid: string;
  readonly copyValue: string;
  readonly copyPath: string;
  readonly fetching: string;
  readonly fetchedAt: string;
  readonly profile: string;
  readonly lifecycle: string;
  readonly routing: string;
  readonly time: string;
  readonly none: string;
  readonly attributes: string;
  readonly addons: string;
  readonly decoded: string;
  readonly lastKnown: string;
  readonly search: string;
  readonly nothingFound: string;
  readonly duplicate: string;
  readonly oneKey: string;
  readonly oneItem: string;
  /** The `{0}` in this text and the next two is replaced by a number. */
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

/** Replaces the placeholder of a text by a number. */
export function withNumber(text: string, count: number): string {
  return text.replace('{0}', String(count));
}
