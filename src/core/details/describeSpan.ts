import { describeDuration } from '../messages/duration.ts';
import { message, type Message } from '../messages/message.ts';
import type { Phase } from '../resources/taskStatus.ts';

/** How long a phase took: "Waited for 9 min 12 s". */
export function describeSpan(phase: Phase, seconds: number, lasts: boolean): Message {
  const duration = describeDuration(seconds);
  switch (phase) {
    case 'waiting':
      return lasts ? message('Waiting for {0}', duration) : message('Waited for {0}', duration);
    case 'offered':
      return lasts
        ? message('Not answered for {0}', duration)
        : message('Offered for {0}', duration);
    case 'talk':
      return lasts
        ? message('Worked on for {0} so far', duration)
        : message('Worked on for {0}', duration);
    case 'wrapUp':
      return lasts
        ? message('Wrapping up for {0}', duration)
        : message('Wrapped up for {0}', duration);
  }
}
