import { setTimeout as delay } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Smaller differences are ignored. */
const SAME_BYTES = 20_000;

/** The used heap after garbage collection, once it no longer changes, in bytes. */
export async function settledHeap(): Promise<number> {
  // The only way to get `gc` in a process that was started without the flag.
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const sizes: number[] = [];
  for (;;) {
    collect();
    sizes.unshift(process.memoryUsage().heapUsed);
    const last = sizes.slice(0, 3);
    if (sizes.length > 3 && Math.max(...last) - Math.min(...last) < SAME_BYTES) return last[0] ?? 0;
    await delay(150);
  }
}
