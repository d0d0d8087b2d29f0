/** What `runInLanes` must know of a job. */
export interface LaneJob {
  readonly name: string;
  /** Starts at once and uses no lane. */
  readonly mostlyWaits?: boolean;
  /** Jobs that must have ended before. Default: none. */
  readonly after?: readonly string[];
}

/**
 * Runs jobs in order, as many at the same time as there are lanes. A job that has to wait for others lets those
 * behind it go first.
 *
 * @param run returns whether more jobs may start
 */
export async function runInLanes<Job extends LaneJob>(
  jobs: readonly Job[],
  lanes: number,
  run: (job: Job) => Promise<boolean>,
): Promise<void> {
  const running = new Map<string, Promise<void>>();
  const unfinished = new Set(jobs.map(({ name }) => name));
  let queue = jobs.filter(({ mostlyWaits }) => mostlyWaits !== true);
  let busy = 0;

  const start = (job: Job, usesLane: boolean) => {
    const ended = run(job).then((goOn) => {
      running.delete(job.name);
      unfinished.delete(job.name);
      if (usesLane) busy--;
      if (!goOn) queue = [];
    });
    running.set(job.name, ended);
  };
  for (const job of jobs.filter(({ mostlyWaits }) => mostlyWaits === true)) start(job, false);
  for (;;) {
    while (busy < lanes) {
      const job = queue.find(({ after = [] }) => !after.some((name) => unfinished.has(name)));
      if (job === undefined) break;
      queue = queue.filter((other) => other !== job);
      busy++;
      start(job, true);
    }
    if (running.size === 0) break;
    await Promise.race(running.values());
  }
}
