import type { LifeStep } from '../life/lifeStep.ts';

/**
 * The life of a Task that one Worker is offered and takes.
 *
 * @param at when it is created, in seconds from the start of the simulation
 * @param after seconds from then to the offer, the acceptance, the wrap-up and the end. A life with
 * fewer of them stays where they end.
 */
export function servedLife(
  at: number,
  queue: string,
  worker: string,
  after: readonly number[],
  reason = 'resolved',
): readonly LifeStep[] {
  const steps = [
    { step: 'reserve', workers: [worker] },
    { step: 'accept', worker },
    { step: 'wrapUp' },
    { step: 'complete', reason },
  ] as const;
  return [
    { at, step: 'create', queue },
    ...after.flatMap((seconds, index) => {
      const step = steps[index];
      return step ? [{ at: at + seconds, ...step }] : [];
    }),
  ];
}
