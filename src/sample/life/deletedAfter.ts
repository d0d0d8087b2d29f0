import type { SampleTask } from '../data/sampleWorkspace.ts';

/** TaskRouter keeps a Task for five minutes after it is completed or canceled. */
const KEPT_SECONDS = 5 * 60;

/** When TaskRouter deletes a Task, in seconds from the start; `Infinity` if its life does not end. */
export function deletedAfter({ life }: SampleTask): number {
  const last = life.at(-1);
  const ends = last?.step === 'complete' || last?.step === 'cancel';
  return ends ? last.at + KEPT_SECONDS : Infinity;
}
