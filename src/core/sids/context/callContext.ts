import {
  prefixesInPath,
  resourceKinds,
  taskRouterPrefixes,
  type TaskRouterPrefix,
} from '../../resources/resourceKind.ts';
import { BackwardReader, characterSet } from './backwardReader.ts';
import { expectationOfName } from './keyNames.ts';
import { collectionOf, prefixesInCollection } from './pathContext.ts';
import { isTaskRouterSid, type SidContext } from './sidContext.ts';

/** A chain of calls can have been broken into lines. */
const MAX_CALL_CHARS = 400;

/** The arguments before one: two SIDs, or calls that read them from the environment. */
const MAX_ARGUMENT_CHARS = 200;

/** Arguments before that of a SID: a Reservation has two SIDs before its own. */
const MAX_ARGUMENTS_BEFORE = 2;

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
export function callContext(text: string, offset: number): SidContext | undefined {
  const reader = new BackwardReader(text, offset, MAX_CALL_CHARS);
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
function takeArgumentName(reader: BackwardReader): string {
  if (reader.take(isSign) === '') return '';
  reader.takeSpace();
  const name = reader.takeName();
  reader.takeSpace();
  return name;
}

/** Reads the arguments before one; how many there are, if they are those of a call. */
function takeArgumentsBefore(reader: BackwardReader): number | undefined {
  // The argument itself has been read.
  if (!isBeforeArgument(reader.next.charCodeAt(0))) return undefined;
  const farthest = reader.at - MAX_ARGUMENT_CHARS;
  let position = 0;
  let depth = 0;
  for (let { next } = reader; next !== '' && reader.at > farthest; { next } = reader) {
    const code = next.charCodeAt(0);
    if (endsStatement(code)) return undefined;
    if (closes(code)) depth++;
    else if (depth > 0) depth -= opens(code) ? 1 : 0;
    else if (opens(code)) return next === '(' ? position : undefined;
    else if (next === ',' && ++position > MAX_ARGUMENTS_BEFORE) return undefined;
    reader.at--;
  }
  return undefined;
}

/** The call whose `(` comes next. */
function callBefore(reader: BackwardReader): Call | undefined {
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
  return isTaskRouterSid(text, offset) ? prefixesOfArgument(call, position, argument) : undefined;
}

/** Of a setter, and of any other method that says what it takes. */
function expectedByName(text: string, offset: number, name: string): readonly string[] | undefined {
  const expectation = expectationOfName(name);
  if (expectation === undefined || expectation.isField === true) return undefined;
  return expectation.isOwn !== true || isTaskRouterSid(text, offset)
    ? expectation.prefixes
    : undefined;
}

/** Of a method that takes one out of a collection. */
function expectedInChain(reader: BackwardReader, name: string): readonly string[] | undefined {
  const parent = parentBefore(reader);
  return prefixesInCollection(collectionOf(name), parent && collectionOf(parent));
}

/** The method that was called on what the present one is a method of. */
function parentBefore(reader: BackwardReader): string | undefined {
  reader.take(asserts);
  if (!reader.skip(')')) return undefined;
  reader.takeUntil(isParenthesis);
  const call = callBefore(reader);
  return call?.owner === undefined ? undefined : call.name;
}

/** A method or constructor that is called. */
interface Call {
  readonly name: string;
  /** What stands before the dot, such as a class; absent where it is no method. */
  readonly owner?: string;
}

/**
 * The SIDs that lead to a resource, in the order of the API's path, as the libraries take them that have
 * classes: Java's `Task.fetcher(…)`, C#'s `TaskResource.Fetch(…)`, Go's `FetchTask(…)`.
 */
const sidsOf: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  taskRouterPrefixes.flatMap((prefix) => {
    const { parents = [] } = resourceKinds[prefix];
    const path = prefixesInPath(prefix);
    // Java and C# have two Reservations, by their package, other libraries by their name.
    const named = parents.length < 2 ? [] : parents;
    return [
      [classOf(prefix), path] as const,
      ...named.map(
        (parent) =>
          [classOf(parent) + classOf(prefix), [...prefixesInPath(parent), [prefix]]] as const,
      ),
    ];
  }),
);

const JAVA_METHOD = /^(fetcher|updater|deleter|reader|creator)$/;
const C_SHARP_METHOD = /^(Fetch|Update|Delete|Read|Create)(?:Async)?$/;
const C_SHARP_OPTIONS = /^(Fetch|Update|Delete|Read|Create)(\w+)Options$/;
/** `client.TaskrouterV1.FetchTask`: elsewhere a method of that name is anybody's. */
const GO_CLIENT = /taskrouter/i;
const GO_METHOD = /^(Fetch|Update|Delete|List|Stream|Page|Create)(\w+)$/;

/** What is asked of a whole collection has no SID of its own. */
const OF_COLLECTION = /^(?:reader|creator|list|stream|page|read|create)$/i;
const STATISTICS = /(?:Instance)?(?:Cumulative|RealTime)?Statistics$/;

/**
 * What belongs into an argument of a call to a class or client of Twilio's libraries for Java, C# and Go.
 *
 * @param position of the argument, from 0
 * @param argument its name, as C# can write it; empty if it has none
 */
function prefixesOfArgument(
  call: Call,
  position: number,
  argument: string,
): readonly string[] | undefined {
  const [act, resource] = actOf(call) ?? [];
  if (act === undefined || resource === undefined) return undefined;
  const all = sidsOf.get(resource.replace(STATISTICS, ''));
  const taken = OF_COLLECTION.test(act) && !STATISTICS.test(resource) ? all?.slice(0, -1) : all;
  switch (argument) {
    case '':
      return taken?.[position];
    // The others say by their names what they are.
    case 'pathSid':
      return OF_COLLECTION.test(act) ? undefined : all?.at(-1);
    default:
      return undefined;
  }
}

/** What a call does, to what kind of resource. */
function actOf({ name, owner }: Call): readonly [act: string, resource: string] | undefined {
  if (owner === undefined) {
    const [, act, resource] = C_SHARP_OPTIONS.exec(name) ?? [];
    return act === undefined || resource === undefined ? undefined : [act, resource];
  }
  if (JAVA_METHOD.test(name)) return [name, owner];
  const [, act] = C_SHARP_METHOD.exec(name) ?? [];
  if (act !== undefined && owner.endsWith('Resource')) {
    return [act, owner.slice(0, -'Resource'.length)];
  }
  const [, does, what] = (GO_CLIENT.test(owner) ? GO_METHOD.exec(name) : undefined) ?? [];
  return does === undefined || what === undefined ? undefined : [does, what];
}

function classOf(prefix: TaskRouterPrefix): string {
  return resourceKinds[prefix].name.replace(' ', '');
}
