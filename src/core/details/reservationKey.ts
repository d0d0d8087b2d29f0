import type { Happening } from './happening.ts';

/**
 * What tells the reservation that something happened to from others of the Task, or else the Worker;
 * empty if it happened to none. Hex digits mean the same in either case.
 */
export function reservationKey({ parties }: Happening): string {
  return (parties.reservation?.sid ?? parties.worker?.sid ?? '').toLowerCase();
}
