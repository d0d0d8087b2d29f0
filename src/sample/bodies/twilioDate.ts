/**
 * A time as TaskRouter writes it: ISO 8601, GMT, whole seconds.
 *
 * @param time milliseconds since the epoch
 */
export function twilioDate(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}
