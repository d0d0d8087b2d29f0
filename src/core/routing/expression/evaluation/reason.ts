import { message, type Message } from '../../../messages/message.ts';

/** Where a rule comes from. */
export type Evidence = 'documented' | 'recorded' | 'production' | 'undocumented' | 'conflict';

/** Why an expression has its outcome, as data. */
export interface Reason {
  readonly code: string;
  readonly evidence?: Evidence;
  readonly args: readonly string[];
}

/** One sentence; what is shown of a value goes through `show`. */
export function describeReason(reason: Reason, show: (value: string) => string): Message {
  return message('{0}', show(reason.code));
}
