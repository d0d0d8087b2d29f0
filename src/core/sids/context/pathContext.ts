import { resourceKinds, taskRouterPrefixes } from '../../resources/resourceKind.ts';
import { BackwardReader, characterSet } from './backwardReader.ts';
import type { SidContext } from './sidContext.ts';

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
export function prefixesInCollection(
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

/** Longer segments are no part of an API path. */
const MAX_PATH_CHARS = 256;

const ends = '/ \t\r\n"\'`<>?#|';
/** By what parts the segments: names of topics and channels have dots, as `workers.WK…`. */
const endsSegment = { '/': characterSet(ends), '.': characterSet(`${ends}.`) } as const;

type Separator = keyof typeof endsSegment;

/** The place at `offset` if it is that of a SID in a path, as in `/Workspaces/WS…/Tasks/WT…`. */
export function pathContext(
  text: string,
  offset: number,
  separator: Separator,
): SidContext | undefined {
  const reader = new BackwardReader(text, offset, MAX_PATH_CHARS);
  const collection = segmentBefore(reader, separator);
  if (collection === undefined || !/^[\w-]+$/.test(collection)) return undefined;
  const owner = segmentBefore(reader, separator);
  const parent = owner === undefined ? undefined : segmentBefore(reader, separator);
  const expected = prefixesInCollection(collection, parent);
  return expected && { kind: 'path', name: collection, expected };
}

/** The segment before the next separator; a path can begin with it. */
function segmentBefore(reader: BackwardReader, separator: Separator): string | undefined {
  if (!reader.skip(separator)) return undefined;
  // JSON may escape a slash, and PHP's does.
  if (separator === '/') reader.skip('\\');
  const segment = reader.takeUntil(endsSegment[separator]);
  return segment === '' ? undefined : segment;
}

/** A command with its other flags. */
const MAX_COMMAND_CHARS = 240;

/** A command of Twilio's command line, its topics parted by colons, as ever, or by spaces. */
const COMMAND =
  /(?:^|[\s:])taskrouter[: ]v1[: ]((?:[a-z-]+[: ])*[a-z-]+)[: ](?:fetch|update|remove|delete)\s/g;

/**
 * What the flag `--sid` of Twilio's command line takes, which the command says:
 * `twilio api:taskrouter:v1:workspaces:tasks:fetch --sid WT…`.
 *
 * @param offset index of the flag
 */
export function prefixesOfCliFlag(text: string, offset: number): readonly string[] | undefined {
  const before = text.slice(Math.max(0, offset - MAX_COMMAND_CHARS), offset);
  // A command goes on in the next line behind a backslash, of PowerShell a backtick.
  const command = before.replace(/[\\`]\r?\n/g, ' ').replace(/^[^]*[\n;|&]/, '');
  const topics = [...command.matchAll(COMMAND)].at(-1)?.[1]?.split(/[: ]/);
  const collection = topics?.at(-1);
  return collection === undefined ? undefined : prefixesInCollection(collection, topics?.at(-2));
}
