import { sampleSid } from '../sampleSid.ts';
import type { LifecycleStep } from './sampleWorkspace.ts';

const twoWeeks = 14 * 24 * 60 * 60;

/** The common fields of each kind of Task. */
export const taskKinds = {
  call: { channel: 'voice', workflow: 'Incoming Calls', priority: 0, timeout: 3600 },
  callback: { channel: 'default', workflow: 'Incoming Calls', priority: 0, timeout: 3600 },
  chat: { channel: 'chat', workflow: 'Messages', priority: 0, timeout: 86_400 },
  sms: { channel: 'sms', workflow: 'Messages', priority: 0, timeout: 86_400 },
  video: { channel: 'video', workflow: 'Appointments', priority: 0, timeout: twoWeeks },
  paper: { channel: 'default', workflow: 'Appointments', priority: 0, timeout: twoWeeks },
} as const;

/** The attributes that a Studio flow writes for a call, as members of a JSON object. */
export function callAttributes(key: string, from = '+12025550119'): string {
  return `"call_sid":"${sampleSid('CA', key)}","from":"${from}"`;
}

/**
 * The lifecycle of a Task that is offered to one Worker, who accepts it.
 *
 * @param at when it is created, in seconds from the start of the simulation
 * @param after seconds from the creation to the offer, the acceptance, the wrap-up and the end.
 *   With fewer of them, the lifecycle stops earlier.
 */
export function servedLifecycle(
  at: number,
  queue: string,
  worker: string,
  after: readonly number[],
  reason = 'resolved',
): readonly LifecycleStep[] {
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
