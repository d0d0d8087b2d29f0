import type { MessageArgument } from '../core/messages/message.ts';
import { say } from './say.ts';

/** Facts in one line. */
export function sayAll(facts: readonly MessageArgument[]): string {
  return facts.map(say).join(' · ');
}
