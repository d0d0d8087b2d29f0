import { resourceKinds, taskRouterPrefixes } from '../../resources/resourceKind.ts';

interface Collection {
  readonly prefix: string;
  /** The collections whose resources have such a one; absent at the top. */
  readonly parents?: readonly string[];
  /** Prefixes in collections of that name outside of TaskRouter. */
  readonly elsewhere?: readonly string[] | 'any';
}

/** Of TaskRouter's names of collections, those that other products have as well. */
const elsewhere: ReadonlyMap<string, Collection['elsewhere']> = new Map<
  string,
  Collection['elsewhere']
>([
  // Autopilot had Tasks, too.
  ['Tasks', ['UD']],
  ['Activities', 'any'],
  ['Events', 'any'],
  ['Channels', 'any'],
]);

/**
 * What TaskRouter's API keeps in collections, by the name of the collection in small letters and
 * without `_` and `-`: so they stand in its paths, in the Console's, in the commands of Twilio's command
 * line, and as methods of Twilio's helper libraries, each in the spelling of its language.
 */
const collections: ReadonlyMap<string, Collection> = new Map([
  ...taskRouterPrefixes.map((prefix): [string, Collection] => {
    const { collection, parents } = resourceKinds[prefix];
    const others = elsewhere.get(collection);
    return [
      normalize(collection),
      {
        prefix,
        ...(parents && { parents: parents.map((one) => normalize(resourceKinds[one].collection)) }),
        ...(others && { elsewhere: others }),
      },
    ];
  }),
  // The libraries have them by their whole name.
  ['workerchannels', { prefix: 'WC', parents: ['workers'] }],
]);

/**
 * The prefixes that belong into a collection; nothing if its name alone does not say it.
 *
 * @param name as it stands in a text, in any spelling
 * @param parent name of the collection that it is below, where the text says it
 */
export function expectedIn(
  name: string,
  parent: string | undefined,
): readonly string[] | undefined {
  const collection = collections.get(normalize(name));
  if (collection === undefined) return undefined;
  const { prefix, parents, elsewhere } = collection;
  if (parents === undefined || elsewhere === undefined) return [prefix];
  if (parent !== undefined && parents.includes(normalize(parent))) return [prefix];
  // Below another collection that is not TaskRouter's, or below one that the text does not name.
  return elsewhere === 'any' ? undefined : [prefix, ...elsewhere];
}

/** The name of the collection that a resource is in: some libraries have `.Workspace(…).Task(…)`. */
export function collectionOf(resource: string): string {
  if (/s$/i.test(resource)) return resource;
  return resource.replace(/y$/i, 'ie') + 's';
}

function normalize(name: string): string {
  return name.replace(/[_-]/g, '').toLowerCase();
}
