/**
 * One thing that happens to a Task, at `at` seconds from the start of the simulation (negative for
 * before). State, reservations and events of a Task are all read from its steps, so that they cannot
 * contradict each other. TaskRouter's deletion of ended Tasks is a rule, not a step.
 */
export type LifeStep = { readonly at: number } & (
  | { readonly step: 'create' | 'moveToQueue'; readonly queue: string }
  /** Offers the Task to Workers; one reservation each. */
  | { readonly step: 'reserve'; readonly workers: readonly string[] }
  /** One Worker accepts; the offers to the others are rescinded. */
  | { readonly step: 'accept'; readonly worker: string }
  /** One Worker refuses; the Task waits again unless others may still accept. */
  | { readonly step: 'reject'; readonly worker: string }
  /** Nobody accepted in time, and the Task waits again. */
  | { readonly step: 'timeOut' }
  | { readonly step: 'wrapUp' }
  | { readonly step: 'complete' | 'cancel'; readonly reason: string }
);
