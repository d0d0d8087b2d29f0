import type { ResourceAnswer } from './taskSource.ts';

/**
 * The time by the clock of the server that answered: what lasts since a time of the server's is counted by
 * it, as this machine's clock may be wrong.
 *
 * @param now by this machine's clock, in ms since the epoch
 */
export function serverNow(answer: ResourceAnswer | undefined, now: number): number {
  return now + (answer?.serverAheadMs ?? 0);
}
