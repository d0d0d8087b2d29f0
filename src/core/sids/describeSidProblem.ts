import { message, type Message } from '../messages/message.ts';
import { explainSid } from './explainSid.ts';
import type { InspectedSid } from './inspectedSid.ts';

/** What is wrong with a SID, in one line for a list of problems; nothing if nothing is. */
export function describeSidProblem(found: InspectedSid): Message | undefined {
  const { meanings, problems } = explainSid(found);
  const [first, ...rest] = problems;
  if (first === undefined) return undefined;
  const all = rest.reduce((sentence, next) => message('{0}. {1}', sentence, next), first);
  const [meaning] = meanings;
  return found.faults.length === 0 || meaning === undefined
    ? all
    : message('Malformed {0} SID: {1}', meaning.name, all);
}
