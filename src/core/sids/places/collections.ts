/**
 * What TaskRouter's API keeps in collections, by the name of the collection in small letters and
 * without `_` and `-`: so they stand in its paths, in the Console's, in the commands of Twilio's command
 * line, and as methods of Twilio's helper libraries, each in the spelling of its language.
 */
const collections: ReadonlyMap<string, Collection> = new Map([
  ['workspaces', { prefix: 'WS' }],
  ['tasks', { prefix: 'WT', parents: ['workspaces'], elsewhere: ['UD'] }],
  ['taskqueues', { prefix: 'WQ', parents: ['workspaces'] }],
  ['workflows', { prefix: 'WW', parents: ['workspaces'] }],
  ['workers', { prefix: 'WK', parents: ['workspaces'] }],
  ['activities', { prefix: 'WA', parents: ['workspaces'], elsewhere: 'any' }],
  ['events', { prefix: 'EV', parents: ['workspaces'], elsewhere: 'any' }],
  ['taskchannels', { prefix: 'TC', parents: ['workspaces'] }],
  ['reservations', { prefix: 'WR', parents: ['tasks', 'workers'] }],
  ['workerchannels', { prefix: 'WC', parents: ['workers'] }],
  ['channels', { prefix: 'WC', parents: ['workers'], elsewhere: 'any' }],
]);

interface Collection {
  readonly prefix: string;
  /** The collections whose resources have such a one; absent at the top. */
  readonly parents?: readonly string[];
  /** Prefixes in collections of that name outside of TaskRouter. */
  readonly elsewhere?: readonly string[] | 'any';
}

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
