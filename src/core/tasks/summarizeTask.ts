/** The facts of a Task that a line about it shows, each absent if the API left it out. */
export interface TaskSummary {
  /** `pending`, `reserved`, `assigned`, `wrapping`, `completed`, `canceled`, or what comes next. */
  readonly status?: string;
  /** Seconds since the Task was created, at the time of the answer. */
  readonly ageSeconds?: number;
}

/** Reads the summary of a Task's JSON text, of which any field may be missing or null. */
export function summarizeTask(text: string): TaskSummary {
  const { assignment_status: status, age } = JSON.parse(text) as Record<string, unknown>;
  return {
    ...(typeof status === 'string' && { status }),
    ...(typeof age === 'number' && { ageSeconds: age }),
  };
}
