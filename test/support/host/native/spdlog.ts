import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/*
 * Replaces @vscode/spdlog, whose native part is not built without install scripts. Without it, the editor
 * writes no logs and output channels stay empty. Building it takes a compiler and 40 s.
 */

const levels = ['trace', 'debug', 'info', 'warn', 'error', 'critical'] as const;
const INFO = 2;

export class Logger {
  readonly #file: string;
  readonly #maxBytes: number;
  #level = INFO;
  #plain = false;

  constructor(_type: string, _name: string, file: string, maxBytes: number) {
    this.#file = file;
    this.#maxBytes = maxBytes;
  }

  trace(message: string): void {
    this.#write(0, message);
  }

  debug(message: string): void {
    this.#write(1, message);
  }

  info(message: string): void {
    this.#write(2, message);
  }

  warn(message: string): void {
    this.#write(3, message);
  }

  error(message: string): void {
    this.#write(4, message);
  }

  critical(message: string): void {
    this.#write(5, message);
  }

  getLevel(): number {
    return this.#level;
  }

  setLevel(level: number): void {
    this.#level = level;
  }

  // The editor uses only one pattern, the one written below.
  setPattern(): void {
    this.#plain = false;
  }

  clearFormatters(): void {
    this.#plain = true;
  }

  flush(): void {
    // Every line is written at once.
  }

  drop(): void {
    // No file is held open.
  }

  #write(level: number, message: string): void {
    if (level < this.#level) return;
    const time = new Date().toISOString().replace('T', ' ').replace('Z', '');
    const name = levels[level] === 'warn' ? 'warning' : levels[level];
    try {
      appendFileSync(this.#file, this.#plain ? message : `${time} [${name ?? ''}] ${message}\n`);
      if (statSync(this.#file).size > this.#maxBytes) {
        renameSync(this.#file, this.#file.replace(/(\.[^.]*)?$/, '.1$1'));
      }
    } catch {
      // The folder is deleted: the editor is stopping.
    }
  }
}

export function createAsyncRotatingLogger(
  name: string,
  file: string,
  maxBytes: number,
): Promise<Logger> {
  mkdirSync(dirname(file), { recursive: true });
  return Promise.resolve(new Logger('rotating', name, file, maxBytes));
}

export function setLevel(): void {
  // Each logger has its own.
}

export function setFlushOn(): void {
  // Every line is written at once.
}
