import type { Fault } from './fault.ts';

/** Faults that wait for requests. Each request takes the oldest one that is for it. */
export class FaultQueue {
  #waiting: { readonly fault: Fault; left: number }[] = [];

  add(fault: Fault): void {
    this.#waiting.push({ fault, left: fault.times ?? 1 });
  }

  /** Uses up one time of the fault for this request, if there is one. */
  take(pathAndQuery: string): Fault | undefined {
    const entry = this.#waiting.find(({ fault }) => pathAndQuery.includes(fault.match ?? ''));
    if (!entry) {
      return undefined;
    }
    entry.left -= 1;
    this.#waiting = this.#waiting.filter(({ left }) => left > 0);
    return entry.fault;
  }

  clear(): void {
    this.#waiting = [];
  }
}
