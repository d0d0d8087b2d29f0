/** TaskRouter keeps events that long. */
const KEPT_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * Since when there are events, in ISO 8601.
 *
 * @param now in ms since the epoch
 */
export function earliestEvent(now: number): string {
  return new Date(now - KEPT_MS).toISOString().replace(/\.\d+/, '');
}
