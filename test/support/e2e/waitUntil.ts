import { setTimeout as delay } from 'node:timers/promises';

/** Long enough for a machine that does much else: what holds is seen at once in any case. */
const LIMIT_MS = 60_000;
/** Each look costs the page and the processor, of which the editor has work enough for all. */
const POLL_MS = 100;

/** Asks until the answer is yes; rejects with `what` was waited for when it takes too long. */
export async function waitUntil(what: string, condition: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + LIMIT_MS;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Not within ${LIMIT_MS / 1_000} s: ${what}.`);
    await delay(POLL_MS);
  }
}
