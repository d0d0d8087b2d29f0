import { parseStringToken, type JsonMember, type JsonValue } from '../../../core/json/jsonValue.ts';

/** A row of a JSON value in the tree. */
export interface ValueRow {
  /** The position in each enclosing value, such as `2.0`. Contains no keys. */
  readonly pointer: string;
  /** From 1. */
  readonly level: number;
  /** The key, or the index in an array. */
  readonly label: string;
  /** Whether the object has the same key more than once. */
  readonly duplicate: boolean;
  readonly value: JsonValue;
  /** Absent if the value has no members. */
  readonly open?: boolean;
  /** The position among its siblings, from 1, and the number of siblings. */
  readonly position: number;
  readonly siblings: number;
}

/** What the user opened or closed, by pointer. All other rows have their initial state. */
export type Toggled = ReadonlyMap<string, boolean>;

/** Values nested deeper, or with more members, are initially closed. */
const OPEN_LEVELS = 2;
const OPEN_ITEMS = 20;

interface Pending {
  readonly member: JsonMember;
  readonly index: number;
  readonly parent: string;
  readonly level: number;
  readonly duplicate: boolean;
  readonly siblings: number;
}

/** The visible rows of a value, and how many of its members match the search text. */
export interface FoundRows {
  readonly rows: readonly ValueRow[];
  readonly hits: number;
}

/**
 * The visible rows of a value. With a search text, only the rows that match by key or value, and
 * those that enclose them.
 */
export function valueRows(value: JsonValue, toggled: Toggled, query = ''): FoundRows {
  const lowerQuery = query.toLowerCase();
  const found = lowerQuery === '' ? undefined : matchingPointers(value, lowerQuery);
  const matches = found?.pointers;
  const rows: ValueRow[] = [];
  // Iterative, as a value can be nested deeper than the call stack allows.
  const pending = childRows(value, '', 1);
  for (let row = pending.pop(); row !== undefined; row = pending.pop()) {
    const { member, index, parent, level, duplicate, siblings } = row;
    const pointer = childPointer(parent, index);
    if (matches?.has(pointer) === false) continue;
    const { value: inner } = member;
    const size = 'members' in inner ? inner.members.length : 0;
    const initiallyOpen = level <= OPEN_LEVELS && size <= OPEN_ITEMS;
    const open =
      size === 0 ? undefined : (toggled.get(pointer) ?? (matches !== undefined || initiallyOpen));
    rows.push({
      ...{ pointer, level, label: member.key ?? String(index), duplicate, value: inner },
      ...(open !== undefined && { open }),
      ...{ position: index + 1, siblings },
    });
    if (open === true)
      for (const child of childRows(inner, pointer, level + 1)) pending.push(child);
  }
  return { rows, hits: found?.hits ?? 0 };
}

/** The rows of a value's members, in reverse order, as the caller pops from the end. */
function childRows(value: JsonValue, parent: string, level: number): Pending[] {
  if (!('members' in value)) return [];
  const { members } = value;
  const keys = new Map<string, number>();
  for (const { key } of members) if (key !== undefined) keys.set(key, (keys.get(key) ?? 0) + 1);
  return members
    .map((member, index) => ({
      ...{ member, index, parent, level, siblings: members.length },
      duplicate: member.key !== undefined && (keys.get(member.key) ?? 0) > 1,
    }))
    .reverse();
}

/** The pointers of the members that match, and of all that enclose them, and how many match. */
function matchingPointers(
  value: JsonValue,
  lowerQuery: string,
): { readonly pointers: ReadonlySet<string>; readonly hits: number } {
  const pointers = new Set<string>();
  let hits = 0;
  const pending = childRows(value, '', 1);
  for (let row = pending.pop(); row !== undefined; row = pending.pop()) {
    const { member, index, parent } = row;
    const pointer = childPointer(parent, index);
    if (searchableText(member).toLowerCase().includes(lowerQuery)) {
      hits++;
      for (
        let enclosing = pointer;
        enclosing !== '' && !pointers.has(enclosing);
        enclosing = parentPointer(enclosing)
      ) {
        pointers.add(enclosing);
      }
    }
    for (const inner of childRows(member.value, pointer, 0)) pending.push(inner);
  }
  return { pointers, hits };
}

function searchableText({ key = '', value }: JsonMember): string {
  if ('members' in value) return key;
  const text = value.kind === 'string' ? parseStringToken(value.token) : value.token;
  return `${key}\n${text}`;
}

function childPointer(parent: string, index: number): string {
  return parent === '' ? String(index) : `${parent}.${index}`;
}

function parentPointer(pointer: string): string {
  return pointer.slice(0, Math.max(0, pointer.lastIndexOf('.')));
}
