import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { resolve } from 'node:path';
import { projectRoot } from '../projectRoot.ts';

/**
 * Starts a process in its own group. The whole group ends, and its folders are removed, on `stop()` and also if
 * this script is killed.
 */
export function spawnGuarded(
  command: string,
  args: readonly string[],
  options: SpawnGuardedOptions = {},
): GuardedProcess {
  const { cwd = projectRoot, env = process.env, remove = [] } = options;
  const order: GuardOrder = { command, args, cwd, remove };
  const guard = resolve(import.meta.dirname, 'guard.ts');
  return new GuardedProcess(
    spawn(process.execPath, [guard, JSON.stringify(order)], {
      env,
      // Not in the terminal's foreground group, so that Ctrl-C does not reach it.
      detached: true,
      stdio: ['pipe', 'pipe', 'pipe'],
    }),
  );
}

interface SpawnGuardedOptions {
  readonly cwd?: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly remove?: readonly string[];
}

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

  /** The end of its output. */
  get tail(): string {
    return this.#tail.trim();
  }

  onOutput(listener: (text: string) => void): void {
    for (const stream of [this.#guard.stdout, this.#guard.stderr]) {
      stream.setEncoding('utf8').on('data', listener);
    }
  }

  /** Resolves with the first match in its output; rejects with the end of the output if it ends before. */
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

  /** Ends the whole group, with force after a second. */
  async stop(): Promise<void> {
    this.#guard.stdin.end();
    await this.ended;
  }
}

/** What a guard runs and cleans up. */
export interface GuardOrder {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Folders to remove when all processes have ended. */
  readonly remove: readonly string[];
}
