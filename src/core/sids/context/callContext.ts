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

/** The maximum length of a call chain, which can extend over several lines. */
const MAX_CALL_CHARS = 400;

/** The maximum length of preceding arguments: two SIDs, or expressions that read them. */
const MAX_ARGUMENT_CHARS = 200;

/** A Reservation has two SIDs before its own. */
const MAX_ARGUMENTS_BEFORE = 2;

const isQuote = characterSet('"\'`');
const isSign = characterSet('=:');
const isParenthesis = characterSet('()');
const isBeforeArgument = characterSet('(,');
const opens = characterSet('([');
const closes = characterSet(')]');
const endsStatement = characterSet(';{}');
/** Characters between a call and the dot of the next one, such as `?.` and `!.` in TypeScript. */
const asserts = characterSet('?! \t\r\n');

/**
 * The context at `offset` if it is an argument that takes a SID in a call of Twilio's helper libraries:
 * `.workspaces('WS…').tasks('WT…')`, `->taskQueues("WQ…")`, `.task_queues(sid="WQ…")`,
 * `.setWorkflowSid("WW…")`, `Task.fetcher("WS…", "WT…")`.
 */
export function callContext(text: string, offset: number): SidContext | undefined {
  const reader = new BackwardReader(text, offset, MAX_CALL_CHARS);
  if (reader.take(isQuote).length !== 1) return undefined;
  // The code can itself be inside a string, such as a Task's attributes, with its quotes escaped.
  reader.skip('\\');
  reader.takeSpace();
  const argument = takeArgumentName(reader);
  const position = takeArgumentsBefore(reader);
  const call = position === undefined ? undefined : callBefore(reader);
  if (position === undefined || call === undefined) return undefined;
  const takesOneSid = position === 0 && call.owner !== undefined;
  const expected = takesOneSid
    ? (expectedByName(text, offset, call.name) ?? expectedInChain(reader, call.name))
    : undefined;
  const taken = expected ?? expectedAmong(text, offset, call, position, argument);
  return taken && { kind: 'call', name: call.name, expected: taken };
}

/** The name of a named argument, as in `tasks(sid="WT…")`; otherwise empty. */
function takeArgumentName(reader: BackwardReader): string {
  if (reader.take(isSign) === '') return '';
  reader.takeSpace();
  const name = reader.takeName();
  reader.takeSpace();
  return name;
}

/** Reads the preceding arguments of a call. Returns their number, or `undefined` if it is not a call. */
function takeArgumentsBefore(reader: BackwardReader): number | undefined {
  // The argument itself has already been read.
  if (!isBeforeArgument(reader.next.charCodeAt(0))) return undefined;
  const limit = reader.at - MAX_ARGUMENT_CHARS;
  let position = 0;
  let depth = 0;
  for (let { next } = reader; next !== '' && reader.at > limit; { next } = reader) {
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

/** Reads a call up to its `(`, which comes next. */
function callBefore(reader: BackwardReader): Call | undefined {
  if (!reader.skip('(')) return undefined;
  const name = reader.takeName();
  reader.takeSpace();
  if (name === '') return undefined;
  if (!(reader.skip('->') || reader.skip('.') || reader.skip('::'))) return { name };
  const ownerEnd = reader.at;
  const owner = reader.takeName();
  reader.at = ownerEnd;
  return { name, owner };
}

/** For classes of Java, C# and Go. Other products have classes of the same names, with other SIDs. */
function expectedAmong(
  text: string,
  offset: number,
  call: Call,
  position: number,
  argument: string,
): readonly string[] | undefined {
  return isTaskRouterSid(text, offset) ? prefixesOfArgument(call, position, argument) : undefined;
}

/** For a setter or another method whose name tells the SID, as in `.setWorkflowSid("WW…")`. */
function expectedByName(text: string, offset: number, name: string): readonly string[] | undefined {
  const expectation = expectationOfName(name);
  if (expectation === undefined || expectation.isField === true) return undefined;
  return expectation.isOwn !== true || isTaskRouterSid(text, offset)
    ? expectation.prefixes
    : undefined;
}

/** For a method that returns one resource of a collection, as in `.tasks('WT…')`. */
function expectedInChain(reader: BackwardReader, name: string): readonly string[] | undefined {
  const parent = parentBefore(reader);
  return prefixesInCollection(collectionOf(name), parent && collectionOf(parent));
}

/** The name of the previous call in the chain. */
function parentBefore(reader: BackwardReader): string | undefined {
  reader.take(asserts);
  if (!reader.skip(')')) return undefined;
  reader.takeUntil(isParenthesis);
  const call = callBefore(reader);
  return call?.owner === undefined ? undefined : call.name;
}

/** A call of a method or constructor. */
interface Call {
  readonly name: string;
  /** The name before the dot, such as a class; absent if there is no dot. */
  readonly owner?: string;
}

/**
 * The SIDs of a resource's path by class name, in the order in which some libraries take them as arguments:
 * Java's `Task.fetcher(…)`, C#'s `TaskResource.Fetch(…)`, Go's `FetchTask(…)`.
 */
const sidsOf: ReadonlyMap<string, readonly (readonly string[])[]> = new Map(
  taskRouterPrefixes.flatMap((prefix) => {
    const { parents = [] } = resourceKinds[prefix];
    const path = prefixesInPath(prefix);
    // Java and C# have two classes `Reservation` in different packages; Go has two names.
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
/** As in `client.TaskrouterV1.FetchTask`; other methods of that name have nothing to do with Twilio. */
const GO_CLIENT = /taskrouter/i;
const GO_METHOD = /^(Fetch|Update|Delete|List|Stream|Page|Create)(\w+)$/;

/** Operations on a collection, which take no SID of a single resource. */
const OF_COLLECTION = /^(?:reader|creator|list|stream|page|read|create)$/i;
const STATISTICS = /(?:Instance)?(?:Cumulative|RealTime)?Statistics$/;

/**
 * The prefixes expected in an argument of Twilio's libraries for Java, C# and Go.
 *
 * @param position the index of the argument, from 0
 * @param argument the name of a C# named argument; otherwise empty
 */
function prefixesOfArgument(
  call: Call,
  position: number,
  argument: string,
): readonly string[] | undefined {
  const [operation, resource] = operationOf(call) ?? [];
  if (operation === undefined || resource === undefined) return undefined;
  const all = sidsOf.get(resource.replace(STATISTICS, ''));
  const taken =
    OF_COLLECTION.test(operation) && !STATISTICS.test(resource) ? all?.slice(0, -1) : all;
  switch (argument) {
    case '':
      return taken?.[position];
    // The other named arguments contain the kind in their names.
    case 'pathSid':
      return OF_COLLECTION.test(operation) ? undefined : all?.at(-1);
    default:
      return undefined;
  }
}

/** The operation of a call and the class name of its resource. */
function operationOf({
  name,
  owner,
}: Call): readonly [operation: string, resource: string] | undefined {
  if (owner === undefined) {
    const [, operation, resource] = C_SHARP_OPTIONS.exec(name) ?? [];
    return operation === undefined || resource === undefined ? undefined : [operation, resource];
  }
  if (JAVA_METHOD.test(name)) return [name, owner];
  const [, method] = C_SHARP_METHOD.exec(name) ?? [];
  if (method !== undefined && owner.endsWith('Resource')) {
    return [method, owner.slice(0, -'Resource'.length)];
  }
  const [, operation, resource] = (GO_CLIENT.test(owner) ? GO_METHOD.exec(name) : undefined) ?? [];
  return operation === undefined || resource === undefined ? undefined : [operation, resource];
}

function classOf(prefix: TaskRouterPrefix): string {
  return resourceKinds[prefix].name.replace(' ', '');
}
