import {
  prefixesInPath,
  resourceKinds,
  taskRouterPrefixes,
  type TaskRouterPrefix,
} from '../../resources/resourceKind.ts';

/** A method or constructor that is called. */
export interface Call {
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
export function argumentPlace(
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
