/** A text with a duration at `{0}` that still grows: the page fills it in, and keeps it up to date. */
export interface GrowingText {
  readonly text: string;
  /** When the duration began, by the server's clock, in ms since the epoch. */
  readonly since: number;
}

/** A text with a time at `{0}`, which the page writes as all of its times; without one there is no time. */
export interface TimedText {
  readonly text: string;
  /** In ms since the epoch. */
  readonly at?: number;
}
