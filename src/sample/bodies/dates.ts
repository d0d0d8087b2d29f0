/**
 * A time in TaskRouter's format: ISO 8601, GMT, whole seconds.
 *
 * @param time milliseconds since the epoch
 */
export function twilioDate(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
}

const millisecondsPerDay = 24 * 60 * 60 * 1000;

/**
 * The dates of configured resources: created half a year before the simulation started, and updated
 * later.
 *
 * @param changedAt seconds from the start at which one was changed once more
 */
export function setUpDates({ startedAt }: { readonly startedAt: number }, changedAt?: number) {
  return {
    date_created: twilioDate(startedAt - 183 * millisecondsPerDay),
    date_updated: twilioDate(
      changedAt === undefined ? startedAt - 31 * millisecondsPerDay : startedAt + changedAt * 1000,
    ),
  };
}
