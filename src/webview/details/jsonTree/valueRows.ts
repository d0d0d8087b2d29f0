import { parseStringToken, type JsonMember, type JsonValue } from '../../../core/json/jsonValue.ts';

/** A row of a value that is shown as a tree. */
export interface ValueRow {
  /** Its place: the position in each of what encloses it, such as `2.0`. Never a key. */
  readonly at: string;
  /** From 1. */
  readonly level: number;
  /** The key, or the index in an array. */
  readonly label: string;
  /** Whether its object has the same key once more. */
  readonly duplicate: boolean;
  readonly value: JsonValue;
  /** Absent for what has nothing below it. */
  readonly open?: boolean;
  /** Its position among its neighbours, from 1, and how many they are. */
  readonly position: number;
  readonly siblings: number;
}

/** What a user opened or closed, by place; everything else is as it is at first. */
export type Toggled = ReadonlyMap<string, boolean>;

/** Nested deeper, or with more in it, a value is closed at first. */
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

/**
 * The rows that are to be seen of what a value holds. With a search text: those that have it in their
 * key or their value, and what encloses them.
 */
export function valueRows(value: JsonValue, toggled: Toggled, query = ''): readonly ValueRow[] {
  const wanted = query.toLowerCase();
  const hits = wanted === '' ? undefined : matchingPointers(value, wanted);
  const rows: ValueRow[] = [];
  // No recursion: a value can be nested deeper than the stack is.
  const pending = below(value, '', 1);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { member, index, parent, level, duplicate, siblings } = next;
    const at = childPointer(parent, index);
    if (hits?.has(at) === false) continue;
    const { value: inner } = member;
    const size = 'members' in inner ? inner.members.length : 0;
    const atFirst = level <= OPEN_LEVELS && size <= OPEN_ITEMS;
    const open = size === 0 ? undefined : (toggled.get(at) ?? (hits !== undefined || atFirst));
    rows.push({
      ...{ at, level, label: member.key ?? String(index), duplicate, value: inner },
      ...(open !== undefined && { open }),
      ...{ position: index + 1, siblings },
    });
    if (open === true) for (const row of below(inner, at, level + 1)) pending.push(row);
  }
  return rows;
}

/** What stands below a value, the first last, as it is taken from the end. */
function below(value: JsonValue, parent: string, level: number): Pending[] {
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

/** The places that have the text, and all that enclose them. */
function matchingPointers(value: JsonValue, wanted: string): ReadonlySet<string> {
  const places = new Set<string>();
  const pending = below(value, '', 1);
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const { member, index, parent } = next;
    const at = childPointer(parent, index);
    if (textOf(member).toLowerCase().includes(wanted)) {
      for (let place = at; place !== '' && !places.has(place); place = parentPointer(place)) {
        places.add(place);
      }
    }
    for (const inner of below(member.value, at, 0)) pending.push(inner);
  }
  return places;
}

function textOf({ key = '', value }: JsonMember): string {
  if ('members' in value) return key;
  const text = value.kind === 'string' ? parseStringToken(value.token) : value.token;
  return `${key}\n${text}`;
}

function childPointer(parent: string, index: number): string {
  return parent === '' ? String(index) : `${parent}.${index}`;
}

function parentPointer(at: string): string {
  return at.slice(0, Math.max(0, at.lastIndexOf('.')));
}
