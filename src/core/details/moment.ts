/** When something was. */
export interface Moment {
  /** In ms since the epoch. */
  readonly at: number;
  /** What the API gave it in: its dates are in whole seconds, and only events have more. */
  readonly precision: 'ms' | 's';
}
