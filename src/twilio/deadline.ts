/** The time that something may take, running from now on. */
export class Deadline {
  readonly #timer: NodeJS.Timeout;
  readonly #end: number;
  #isOver = false;

  /** @param onOver what happens once the time is over */
  constructor(milliseconds: number, onOver: () => void) {
    this.#end = performance.now() + milliseconds;
    this.#timer = setTimeout(() => {
      this.#isOver = true;
      onOver();
    }, milliseconds);
  }

  /** Whether the time ended before what it was for. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /** At least 0. */
  get millisecondsLeft(): number {
    return Math.max(0, this.#end - performance.now());
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
