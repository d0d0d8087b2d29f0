/** VS Code's trees run the command of a row twice for a double-click, which most systems end after this time. */
export const DOUBLE_CLICK_MS = 500;

interface Run<T> {
  readonly row: string;
  readonly startedAt: number;
  readonly result: Promise<T>;
}

/** Tells the second run of a row's command, as of a double-click, from a new one. */
export class RowRuns<T> {
  readonly #now: () => number;
  #last: Run<T> | undefined;

  /** @param now returns the time in ms since the epoch */
  constructor(now: () => number) {
    this.#now = now;
  }

  /**
   * Starts the work for a row, or returns the result of the run that the user repeats.
   *
   * @param row what identifies the row
   */
  run(
    row: string,
    start: () => Promise<T>,
  ): { readonly repeated: boolean; readonly result: Promise<T> } {
    const last = this.#last;
    const now = this.#now();
    if (last?.row === row && now - last.startedAt < DOUBLE_CLICK_MS) {
      return { repeated: true, result: last.result };
    }
    const result = start();
    this.#last = { row, startedAt: now, result };
    return { repeated: false, result };
  }
}
