/**
 * Runs jobs in order, as many at the same time as there are lanes. Jobs that mostly wait start at once and use no
 * lane.
 */
export async function runInLanes<Job extends { readonly mostlyWaits?: boolean }>(
  jobs: readonly Job[],
  lanes: number,
  run: (job: Job) => Promise<void>,
): Promise<void> {
  const queue = jobs.filter(({ mostlyWaits }) => mostlyWaits !== true);
  const lane = async () => {
    for (let job = queue.shift(); job !== undefined; job = queue.shift()) await run(job);
  };
  await Promise.all([
    ...jobs.filter(({ mostlyWaits }) => mostlyWaits === true).map(run),
    ...Array.from({ length: lanes }, lane),
  ]);
}
