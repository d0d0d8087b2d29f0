import { seededRandom } from '../seededRandom.ts';

/** Pseudorandom texts, the same in every run, so that measured shares are reproducible. */
export class SidRandom {
  readonly #next: () => number;

  constructor(seed: number) {
    this.#next = seededRandom(seed);
  }

  /** An integer from 0 up to, but not including, `limit`. */
  below(limit: number): number {
    return Math.floor(this.#next() * limit);
  }

  pick(from: readonly string[]): string {
    return from[this.below(from.length)] ?? '';
  }

  /** A number of random characters of an alphabet. */
  text(alphabet: string, length: number): string {
    return Array.from({ length }, () => alphabet.charAt(this.below(alphabet.length))).join('');
  }

  bytes(length: number): Buffer {
    return Buffer.from(Array.from({ length }, () => this.below(256)));
  }
}
