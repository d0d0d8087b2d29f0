import { jsonChanges, type JsonChange } from '../json/jsonDiff.ts';
import { decodeEmbeddedJson } from '../json/jsonText.ts';
import { readJsonTree } from '../json/jsonTree.ts';
import { jsonPath, parseStringToken, valueAt, type JsonValue } from '../json/jsonValue.ts';
import { message, type MessageArgument } from '../messages/message.ts';
import { shownText } from '../messages/plainText.ts';
import type { Presenter } from '../privacy/presenter.ts';
import type { FetchedTask } from './fetchHistory.ts';

/** These change without anyone changing the Task, or only together with something else. */
const IGNORED: ReadonlySet<string> = new Set(['age', 'date_updated']);

/** Deeper values are compared as a whole. */
const MAX_DEPTH = 100;

const MAX_NAMED = 3;
const MAX_VALUE_LENGTH = 24;
const MAX_PATH_LENGTH = 60;

/**
 * Whether two fetches of a Task differ in more than its age. Of two texts, without decoding: it is asked after
 * each fetch.
 */
export function isSameButAge(one: FetchedTask, other: FetchedTask): boolean {
  return withoutAge(one.text) === withoutAge(other.text);
}

/** Inside the string of attributes, the quotes around these keys would have backslashes. */
function withoutAge(text: string): string {
  return text.replace(/"(?:age|date_updated)"\s*:\s*(?:-?\d+|"[^"]*"|null)/g, '""');
}

/** The index of the last of several fetches, the latest last, that differs from the latest in more than its age. */
export function lastDifferent(fetches: readonly FetchedTask[]): number {
  const latest = fetches.at(-1);
  return fetches.findLastIndex((one) => latest !== undefined && !isSameButAge(one, latest));
}

/** What differs between two fetches of a Task, at most three facts and how many more there are. */
export function describeDifferences(
  before: FetchedTask,
  after: FetchedTask,
  present: Presenter,
): readonly MessageArgument[] {
  const changes = jsonChanges(treeOf(before), treeOf(after));
  // Masking changes tokens only, so that each value stays at its place.
  const [old, now] = [treeOf(before, present), treeOf(after, present)];
  const facts = changes.flatMap((change) => describeChange(change, old, now) ?? []);
  if (facts.length === 0) return [message('only its age')];
  const more = facts.length - MAX_NAMED;
  return [...facts.slice(0, MAX_NAMED), ...(more > 0 ? [message('{0} more', more)] : [])];
}

function treeOf({ text }: FetchedTask, present?: Presenter): JsonValue {
  return readJsonTree(decodeEmbeddedJson(present?.answer(text) ?? text), MAX_DEPTH);
}

function describeChange(
  { before, after }: JsonChange,
  old: JsonValue,
  now: JsonValue,
): MessageArgument | undefined {
  const path = after === undefined ? jsonPath(old, before ?? '') : jsonPath(now, after);
  if (path === undefined || IGNORED.has(path)) return undefined;
  const name = shownText(path, MAX_PATH_LENGTH);
  if (after === undefined) return message('{0} removed', name);
  if (before === undefined) return message('{0} added', name);
  const [from, to] = [shortValue(old, before), shortValue(now, after)];
  return from === undefined || to === undefined || from === to
    ? name
    : message('{0} {1} → {2}', name, from, to);
}

/** Returns `undefined` for an object, an array, or a value that is too long for a row. */
function shortValue(tree: JsonValue, at: string): string | undefined {
  const value = valueAt(tree, at)?.value;
  if (value === undefined || 'members' in value) return undefined;
  const text = value.kind === 'string' ? parseStringToken(value.token) : value.token;
  return text.length > MAX_VALUE_LENGTH || text.trim() === '' ? undefined : shownText(text);
}
