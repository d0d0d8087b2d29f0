import { Backwards } from './backwards.ts';
import { characterSet } from './characterSet.ts';
import { expectedIn } from './collections.ts';
import type { SidPlace } from './sidPlace.ts';

/** A chain of calls can have been broken into lines. */
const REACH = 400;

const isQuote = characterSet('"\'`');
const isSign = characterSet('=:');
const isParenthesis = characterSet('()');
/** What can stand between a call and the next one's dot: `?.` and `!.` of TypeScript. */
const asserts = characterSet('?! \t\r\n');

/**
 * The place at `offset` if it is the argument of a method that takes a SID, as Twilio's helper libraries
 * have them: `.workspaces('WS…').tasks('WT…')`, `->taskQueues("WQ…")`, `.task_queues(sid="WQ…")`.
 */
export function callPlace(text: string, offset: number): SidPlace | undefined {
  const reader = new Backwards(text, offset, REACH);
  if (reader.take(isQuote).length !== 1) return undefined;
  // Code can stand in a string, as in a Task's attributes.
  reader.skip('\\');
  reader.takeSpace();
  skipArgumentName(reader);
  const name = methodBefore(reader);
  if (name === undefined) return undefined;
  const expected = expectedIn(name, ownerBefore(reader));
  return expected && { kind: 'call', name, expected };
}

/** As in `tasks(sid="WT…")`. */
function skipArgumentName(reader: Backwards): void {
  if (reader.take(isSign) === '') return;
  reader.takeSpace();
  reader.takeName();
  reader.takeSpace();
}

/** The name of the method whose `(` comes next. */
function methodBefore(reader: Backwards): string | undefined {
  if (!reader.skip('(')) return undefined;
  const name = reader.takeName();
  reader.takeSpace();
  const isMember = reader.skip('->') || reader.skip('.') || reader.skip('::');
  return isMember && name !== '' ? name : undefined;
}

/** The method that was called on what the present one is a method of. */
function ownerBefore(reader: Backwards): string | undefined {
  reader.take(asserts);
  if (!reader.skip(')')) return undefined;
  reader.takeUntil(isParenthesis);
  return methodBefore(reader);
}
