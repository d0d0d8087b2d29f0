/**
 * A time as TaskRouter writes it: ISO 8601, GMT, whole seconds.
 *
 * @param time milliseconds since the epoch
 */
export function twilioDate(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

const day = 24 * 60 * 60 * 1000;

/** The dates of what was set up once: half a year before the simulation began, changed since. */
export function setUpDates({ startedAt }: { readonly startedAt: number }) {
  return {
    date_created: twilioDate(startedAt - 183 * day),
    date_updated: twilioDate(startedAt - 31 * day),
  };
}
