import type { ChildProcessWithoutNullStreams } from 'node:child_process';

const TAIL_CHARACTERS = 4_000;

/** A process started by `spawnGuarded`. */
export class GuardedProcess {
  /** Resolves with the exit code when the whole group has ended. */
  readonly ended: Promise<number>;
  readonly #guard: ChildProcessWithoutNullStreams;
  #tail = '';

  constructor(guard: ChildProcessWithoutNullStreams) {
    this.#guard = guard;
    this.ended = new Promise((resolve) => {
      guard.once('close', (code) => {
        resolve(code ?? 1);
      });
      guard.once('error', () => {
        resolve(127);
      });
    });
    guard.stdin.on('error', () => undefined);
    this.onOutput((text) => {
      this.#tail = (this.#tail + text).slice(-TAIL_CHARACTERS);
    });
  }

  /** The last things it said. */
  get tail(): string {
    return this.#tail.trim();
  }

  onOutput(listener: (text: string) => void): void {
    for (const stream of [this.#guard.stdout, this.#guard.stderr]) {
      stream.setEncoding('utf8').on('data', listener);
    }
  }

  /** Resolves with the first match in what it says; rejects with the tail if it ends before. */
  async waitFor(pattern: RegExp, timeoutMs: number): Promise<RegExpExecArray> {
    let text = '';
    let timer: NodeJS.Timeout | undefined;
    try {
      return await Promise.race([
        new Promise<RegExpExecArray>((resolve) => {
          this.onOutput((more) => {
            text += more;
            const match = pattern.exec(text);
            if (match) resolve(match);
          });
        }),
        this.ended.then((code): never => {
          throw new Error(`It ended with code ${code} before it was ready:\n${this.tail}`);
        }),
        new Promise<never>((_resolve, reject) => {
          timer = setTimeout(() => {
            reject(new Error(`It was not ready after ${timeoutMs / 1000} s:\n${this.tail}`));
          }, timeoutMs);
        }),
      ]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Ends the whole group: asked first, forced after a second. */
  async stop(): Promise<void> {
    this.#guard.stdin.end();
    await this.ended;
  }
}
