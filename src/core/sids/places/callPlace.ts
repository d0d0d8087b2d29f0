import { argumentPlace, type Call } from './argumentPlace.ts';
import { Backwards } from './backwards.ts';
import { characterSet } from './characterSet.ts';
import { collectionOf, expectedIn } from './collections.ts';
import { expectedUnder } from './expectedUnder.ts';
import type { SidPlace } from './sidPlace.ts';
import { isTaskRouterSid } from './taskRouterPrefixes.ts';

/** A chain of calls can have been broken into lines. */
const REACH = 400;

/** The arguments before one: two SIDs, or calls that read them from the environment. */
const ARGUMENTS_REACH = 200;

/** Arguments before that of a SID: a Reservation has two SIDs before its own. */
const MOST_ARGUMENTS_BEFORE = 2;

const isQuote = characterSet('"\'`');
const isSign = characterSet('=:');
const isParenthesis = characterSet('()');
const isBeforeArgument = characterSet('(,');
const opens = characterSet('([');
const closes = characterSet(')]');
const endsStatement = characterSet(';{}');
/** What can stand between a call and the next one's dot: `?.` and `!.` of TypeScript. */
const asserts = characterSet('?! \t\r\n');

/**
 * The place at `offset` if it is the argument of a call that takes a SID there, as Twilio's helper
 * libraries have them: `.workspaces('WS…').tasks('WT…')`, `->taskQueues("WQ…")`,
 * `.task_queues(sid="WQ…")`, `.setWorkflowSid("WW…")`, `Task.fetcher("WS…", "WT…")`.
 */
export function callPlace(text: string, offset: number): SidPlace | undefined {
  const reader = new Backwards(text, offset, REACH);
  if (reader.take(isQuote).length !== 1) return undefined;
  // Code can stand in a string, as in a Task's attributes.
  reader.skip('\\');
  reader.takeSpace();
  const argument = takeArgumentName(reader);
  const position = takeArgumentsBefore(reader);
  const call = position === undefined ? undefined : callBefore(reader);
  if (position === undefined || call === undefined) return undefined;
  const isMethodOfOne = position === 0 && call.owner !== undefined;
  const expected = isMethodOfOne
    ? (expectedByName(text, offset, call.name) ?? expectedInChain(reader, call.name))
    : undefined;
  const taken = expected ?? expectedAmong(text, offset, call, position, argument);
  return taken && { kind: 'call', name: call.name, expected: taken };
}

/** As in `tasks(sid="WT…")`; empty if it has none. */
function takeArgumentName(reader: Backwards): string {
  if (reader.take(isSign) === '') return '';
  reader.takeSpace();
  const name = reader.takeName();
  reader.takeSpace();
  return name;
}

/** Reads the arguments before one; how many there are, if they are those of a call. */
function takeArgumentsBefore(reader: Backwards): number | undefined {
  // The argument itself has been read.
  if (!isBeforeArgument(reader.next.charCodeAt(0))) return undefined;
  const farthest = reader.at - ARGUMENTS_REACH;
  let position = 0;
  let depth = 0;
  for (let { next } = reader; next !== '' && reader.at > farthest; { next } = reader) {
    const code = next.charCodeAt(0);
    if (endsStatement(code)) return undefined;
    if (closes(code)) depth++;
    else if (depth > 0) depth -= opens(code) ? 1 : 0;
    else if (opens(code)) return next === '(' ? position : undefined;
    else if (next === ',' && ++position > MOST_ARGUMENTS_BEFORE) return undefined;
    reader.at--;
  }
  return undefined;
}

/** The call whose `(` comes next. */
function callBefore(reader: Backwards): Call | undefined {
  if (!reader.skip('(')) return undefined;
  const name = reader.takeName();
  reader.takeSpace();
  if (name === '') return undefined;
  if (!(reader.skip('->') || reader.skip('.') || reader.skip('::'))) return { name };
  const behindOwner = reader.at;
  const owner = reader.takeName();
  reader.at = behindOwner;
  return { name, owner };
}

/** Of a class that other products have as well, one of another product's SIDs is none of ours. */
function expectedAmong(
  text: string,
  offset: number,
  call: Call,
  position: number,
  argument: string,
): readonly string[] | undefined {
  return isTaskRouterSid(text, offset) ? argumentPlace(call, position, argument) : undefined;
}

/** Of a setter, and of any other method that says what it takes. */
function expectedByName(text: string, offset: number, name: string): readonly string[] | undefined {
  const expectation = expectedUnder(name);
  if (expectation === undefined || expectation.isField === true) return undefined;
  return expectation.isOwn !== true || isTaskRouterSid(text, offset)
    ? expectation.prefixes
    : undefined;
}

/** Of a method that takes one out of a collection. */
function expectedInChain(reader: Backwards, name: string): readonly string[] | undefined {
  const parent = parentBefore(reader);
  return expectedIn(collectionOf(name), parent && collectionOf(parent));
}

/** The method that was called on what the present one is a method of. */
function parentBefore(reader: Backwards): string | undefined {
  reader.take(asserts);
  if (!reader.skip(')')) return undefined;
  reader.takeUntil(isParenthesis);
  const call = callBefore(reader);
  return call?.owner === undefined ? undefined : call.name;
}
