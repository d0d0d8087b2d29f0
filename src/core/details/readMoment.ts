import { readDate } from '../tasks/readDate.ts';
import type { Moment } from './moment.ts';

/** Beyond this there is no Date: https://tc39.es/ecma262/#sec-time-values-and-time-range. */
const LATEST = 8.64e15;

/**
 * A moment of an event or a reservation; nothing if neither can be read.
 *
 * @param ms since the epoch, a number or its digits
 * @param date as the API writes one, such as `2026-03-02T09:00:00Z`
 */
export function readMoment(ms: unknown, date: unknown): Moment | undefined {
  const exact = typeof ms === 'string' && ms.trim() !== '' ? Number(ms) : ms;
  if (typeof exact === 'number' && exact > 0 && exact <= LATEST) {
    return { at: Math.floor(exact), precision: 'ms' };
  }
  if (typeof date !== 'string') return undefined;
  const at = readDate(date);
  return at === undefined ? undefined : { at, precision: /\.\d{3}/.test(date) ? 'ms' : 's' };
}
