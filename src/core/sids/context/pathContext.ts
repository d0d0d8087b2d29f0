import { resourceKinds, taskRouterPrefixes } from '../../resources/resourceKind.ts';
import { BackwardReader, characterSet } from './backwardReader.ts';
import type { SidContext } from './sidContext.ts';

interface Collection {
  readonly prefix: string;
  /** The collections whose resources have this collection; absent at the top. */
  readonly parents?: readonly string[];
  /** The prefixes in collections of the same name in other products. */
  readonly elsewhere?: readonly string[] | 'any';
}

/** TaskRouter's collection names that other products use as well. */
const elsewhere: ReadonlyMap<string, Collection['elsewhere']> = new Map<
  string,
  Collection['elsewhere']
>([
  // Autopilot, a retired product, had Tasks as well.
  ['Tasks', ['UD']],
  ['Activities', 'any'],
  ['Events', 'any'],
  ['Channels', 'any'],
]);

/**
 * TaskRouter's collections by name, in lowercase and without `_` and `-`. The same names occur, in various
 * spellings, in the paths of the API and the Console, in commands of the Twilio CLI, and as methods of
 * Twilio's helper libraries.
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
  // The helper libraries use the full name.
  ['workerchannels', { prefix: 'WC', parents: ['workers'] }],
]);

/**
 * The prefixes of the resources in a collection. Returns `undefined` if the name does not tell.
 *
 * @param name in any spelling
 * @param parent the name of the parent collection, if the text contains it
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
  // Below an unknown collection, or one of another product.
  return elsewhere === 'any' ? undefined : [prefix, ...elsewhere];
}

/** The collection of a resource, for libraries that write `.Workspace(…).Task(…)`. */
export function collectionOf(resource: string): string {
  if (/s$/i.test(resource)) return resource;
  return resource.replace(/y$/i, 'ie') + 's';
}

function normalize(name: string): string {
  return name.replace(/[_-]/g, '').toLowerCase();
}

/** How far before a SID its path is read; the segments of the API are much shorter. */
const MAX_PATH_CHARS = 256;

const ends = '/ \t\r\n"\'`<>?#|';
/** By the separator of the segments: names of topics and channels have dots, as in `workers.WK…`. */
const endsSegment = { '/': characterSet(ends), '.': characterSet(`${ends}.`) } as const;

type Separator = keyof typeof endsSegment;

/** The context of a SID in a path such as `/Workspaces/WS…/Tasks/WT…`, if it is in one. */
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

/** Reads the separator and the segment before it. */
function segmentBefore(reader: BackwardReader, separator: Separator): string | undefined {
  if (!reader.skip(separator)) return undefined;
  // JSON allows `\/`, and PHP's json_encode writes it.
  if (separator === '/') reader.skip('\\');
  const segment = reader.takeUntil(endsSegment[separator]);
  return segment === '' ? undefined : segment;
}

/** The maximum length of a command with its other flags. */
const MAX_COMMAND_CHARS = 240;

/** A command of the Twilio CLI, with colons or spaces between its topics. */
const COMMAND =
  /(?:^|[\s:])taskrouter[: ]v1[: ]((?:[a-z-]+[: ])*[a-z-]+)[: ](?:fetch|update|remove|delete)\s/g;

/**
 * The prefixes for the flag `--sid` of the Twilio CLI, which depend on the command:
 * `twilio api:taskrouter:v1:workspaces:tasks:fetch --sid WT…`.
 *
 * @param offset index of the flag
 */
export function prefixesOfCliFlag(text: string, offset: number): readonly string[] | undefined {
  const before = text.slice(Math.max(0, offset - MAX_COMMAND_CHARS), offset);
  // A backslash, or a backtick in PowerShell, continues a command in the next line.
  const command = before.replace(/[\\`]\r?\n/g, ' ').replace(/^[^]*[\n;|&]/, '');
  const topics = [...command.matchAll(COMMAND)].at(-1)?.[1]?.split(/[: ]/);
  const collection = topics?.at(-1);
  return collection === undefined ? undefined : prefixesInCollection(collection, topics?.at(-2));
}
