/** Longer than a busy editor takes, and shorter than a user waits before trying again. */
const ANSWER_LIMIT_MS = 3000;

interface HeartbeatOptions {
  /** Asks the editor for an answer. */
  readonly ping: () => void;
  /** Called when the editor stops answering, and when it answers again. */
  readonly onChange: (answers: boolean) => void;
  /** Starts a timer, and returns how to stop it. */
  readonly startTimer: (run: () => void, milliseconds: number) => () => void;
}

/**
 * Notices when the editor no longer answers: a page stays on screen after its extension host has died, and
 * would look alive.
 */
export class HostHeartbeat {
  readonly #options: HeartbeatOptions;
  #stopTimer: (() => void) | undefined;
  #answers = true;

  constructor(options: HeartbeatOptions) {
    this.#options = options;
  }

  /** Asks for an answer, unless one is awaited already. */
  check(): void {
    if (this.#stopTimer !== undefined) return;
    this.#stopTimer = this.#options.startTimer(() => {
      this.#stopTimer = undefined;
      this.#set(false);
    }, ANSWER_LIMIT_MS);
    this.#options.ping();
  }

  /** Any message from the editor is an answer. */
  answered(): void {
    this.#stopTimer?.();
    this.#stopTimer = undefined;
    this.#set(true);
  }

  #set(answers: boolean): void {
    if (answers === this.#answers) return;
    this.#answers = answers;
    this.#options.onChange(answers);
  }
}
