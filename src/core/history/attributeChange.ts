import { jsonChanges, type JsonChange } from '../json/jsonDiff.ts';
import { decodeEmbeddedJson } from '../json/jsonText.ts';
import { JsonFields, readJsonTree } from '../json/jsonTree.ts';
import {
  jsonPath,
  parseStringToken,
  printValue,
  valueAt,
  type JsonValue,
} from '../json/jsonValue.ts';
import { message, type Message } from '../messages/message.ts';
import { cutText } from '../messages/plainText.ts';
import { escapeInvisible } from '../json/escapeInvisible.ts';
import type { Presenter } from '../privacy/presenter.ts';

/** What of a Task's attributes an event found changed since the one before. */
export interface AttributeChange {
  /** Which attributes were changed, added and removed, a sentence each. */
  readonly sentences: readonly Message[];
  readonly members: readonly ChangedMemberView[];
  /** How many places more there are than are shown. */
  readonly more: number;
}

export interface ChangedMemberView {
  /** Such as `customer.name`; empty where all of the attributes are others. */
  readonly path: string;
  /** Absent for what was added. */
  readonly before?: ChangedValueView;
  /** Absent for what was removed. */
  readonly after?: ChangedValueView;
}

export interface ChangedValueView {
  readonly kind: 'string' | 'scalar' | 'json';
  /** With every digit; of a long one the part that is another. */
  readonly shown: string;
}

/** Places of one change that are shown, and those that its sentences name. */
const MAX_CHANGED_MEMBERS = 100;
const MAX_NAMED_PATHS = 6;

/** Characters of a path, and of a value. */
const MAX_PATH_LENGTH = 80;
const MAX_VALUE_LENGTH = 400;
/** So many of them stand before the first that is another. */
const LEADING_CHARS = 60;

/**
 * What is different between the attributes of two events, which may be no JSON; undefined if they mean
 * the same, or the values of the older ones were redacted.
 *
 * They are compared as they came: masked, all of them would be the same.
 */
export function attributeChange(
  before: string,
  after: string,
  present: Presenter,
): AttributeChange | undefined {
  const raw = { before: decodeAttributes(before), after: decodeAttributes(after) };
  const changes = jsonChanges(raw.before, raw.after).filter(
    (change) => !isRedacted(raw.before, change.before) && !isRedacted(raw.after, change.after),
  );
  if (changes.length === 0) return undefined;
  // Masking changes no positions.
  const shown = present.masks
    ? { before: decodeAttributes(before, present), after: decodeAttributes(after, present) }
    : raw;
  return {
    sentences: sentencesOf(changes, shown.before, shown.after),
    members: changes
      .slice(0, MAX_CHANGED_MEMBERS)
      .map((change) => changedMemberView(change, shown)),
    more: Math.max(0, changes.length - MAX_CHANGED_MEMBERS),
  };
}

/** How the values of older events are redacted is not documented: these are the usual ways. */
const REDACTED = /^\W*redacted\W*$|^[*•█]+$/i;

function isRedacted(value: JsonValue, at: string | undefined): boolean {
  const found = at === undefined ? undefined : valueIn(value, at);
  return found?.kind === 'string' && REDACTED.test(parseStringToken(found.token));
}

function valueIn(value: JsonValue, at: string): JsonValue | undefined {
  return at === '' ? value : valueAt(value, at)?.value;
}

function sentencesOf(
  changes: readonly JsonChange[],
  before: JsonValue,
  after: JsonValue,
): readonly Message[] {
  if (changes.some((change) => change.after === '')) {
    return [message('All attributes were replaced')];
  }
  const pathsOf = (wanted: (change: JsonChange) => boolean) =>
    changes.filter(wanted).map((change) => pathOf(change, before, after));
  const changed = pathsOf((change) => change.before !== undefined && change.after !== undefined);
  const added = pathsOf((change) => change.before === undefined);
  const removed = pathsOf((change) => change.after === undefined);
  return [
    ...(changed.length === 0 ? [] : [message('Changed attributes: {0}', named(changed))]),
    ...(added.length === 0 ? [] : [message('Added attributes: {0}', named(added))]),
    ...(removed.length === 0 ? [] : [message('Removed attributes: {0}', named(removed))]),
  ];
}

function named(paths: readonly string[]): Message | string {
  const first = paths.slice(0, MAX_NAMED_PATHS).join(', ');
  const rest = paths.length - MAX_NAMED_PATHS;
  return rest > 0 ? message('{0} and {1} more', first, rest) : first;
}

function pathOf(change: JsonChange, before: JsonValue, after: JsonValue): string {
  const path =
    change.after === undefined
      ? jsonPath(before, change.before ?? '')
      : jsonPath(after, change.after);
  const text = escapeInvisible(path ?? '');
  return cutText(text, MAX_PATH_LENGTH);
}

/** A difference as it is shown: its path, and the values before and after. */
export function changedMemberView(
  change: JsonChange,
  { before, after }: { readonly before: JsonValue; readonly after: JsonValue },
): ChangedMemberView {
  const old = change.before === undefined ? undefined : textOf(before, change.before);
  const now = change.after === undefined ? undefined : textOf(after, change.after);
  const from = firstDifference(old?.text ?? '', now?.text ?? '');
  return {
    path: change.after === '' ? '' : pathOf(change, before, after),
    ...(old !== undefined && { before: { kind: old.kind, shown: excerpt(old.text, from) } }),
    ...(now !== undefined && { after: { kind: now.kind, shown: excerpt(now.text, from) } }),
  };
}

function textOf(value: JsonValue, at: string): { kind: ChangedValueView['kind']; text: string } {
  const found = valueIn(value, at) ?? value;
  if ('members' in found) return { kind: 'json', text: escapeInvisible(printValue(found)) };
  if (found.kind === 'scalar') return { kind: 'scalar', text: found.token };
  return { kind: 'string', text: `"${escapeInvisible(parseStringToken(found.token))}"` };
}

function firstDifference(one: string, other: string): number {
  let index = 0;
  while (index < one.length && index < other.length && one[index] === other[index]) index++;
  return index;
}

/** Most values are short; of a long one the part is shown that is another. */
function excerpt(text: string, difference: number): string {
  if (text.length <= MAX_VALUE_LENGTH) return text;
  const from = Math.max(0, Math.min(difference - LEADING_CHARS, text.length - MAX_VALUE_LENGTH));
  const to = from + MAX_VALUE_LENGTH;
  return `${from > 0 ? '…' : ''}${text.slice(from, to)}${to < text.length ? '…' : ''}`;
}

/**
 * Attributes or add-ons of an event, to the letter, as a value: they go the way that those of a Task go.
 * What is no JSON is a string.
 */
export function decodeAttributes(raw: string, present?: Presenter): JsonValue {
  const decoded = decodeEmbeddedJson(`{"attributes":${JSON.stringify(raw)}}`);
  const tree = readJsonTree(present?.json(decoded) ?? decoded, MAX_JSON_DEPTH);
  return new JsonFields(tree).member('attributes')?.value ?? { kind: 'string', token: '""' };
}

/**
 * How many levels of JSON a page tells apart. Each is three objects of a message, and what serializes
 * messages recurses; a person has stopped opening rows long before.
 */
export const MAX_JSON_DEPTH = 600;
