import type { JsonMember, JsonValue } from '../../../json/jsonValue.ts';
import { isSearchable } from '../../../json/lazyJson.ts';
import { parseJson } from '../../../json/jsonObject.ts';
import { readJsonTree } from '../../../json/jsonTree.ts';
import { nameKind, type ExpressionScope } from '../names/expressionScope.ts';
import { segmentsOf, type Path, type PathSegment } from '../syntax/expression.ts';
import { NULL_VALUE, UNKNOWN_VALUE, valueOfJson, type RoutingValue } from './routingValue.ts';

/** What is doubtful about the value of a key. */
export type ReadingDoubt =
  /** An index behind the last element. */
  | 'pastEnd'
  /** A name below an array, or an index below something else. */
  | 'noMember'
  /** Another key differs in capitals only. */
  | 'otherCase'
  | 'unprefixed'
  | 'foreign'
  | 'unknownName'
  /** A value of TaskRouter that was not given. */
  | 'notGiven'
  /** `taskrouter.…`: it depends on when the expression is evaluated. */
  | 'time'
  | 'hole';

/** What a key stands for. */
export interface Reading {
  readonly value: RoutingValue;
  /** Whether there is no such key. */
  readonly missing?: true;
  /** Then the value is the more probable one, if it is known at all. */
  readonly doubt?: ReadingDoubt;
}

/** The values of a scope, read once, for any number of expressions. */
export class RoutingValues {
  readonly scope: ExpressionScope;
  readonly #root: JsonValue;
  /** Of large objects only: few keys of a small one are asked for. */
  #members: Map<JsonValue, ReadonlyMap<string, JsonValue>> | undefined;
  /** There are as many of these values as Workers, and most are asked for one key. */
  #first: { readonly text: string; readonly reading: Reading } | undefined;
  #others: Map<string, Reading> | undefined;

  constructor(scope: ExpressionScope, root: JsonValue) {
    this.scope = scope;
    this.#root = root;
  }

  read(path: Path): Reading {
    const { text } = path;
    const known = this.#first?.text === text ? this.#first.reading : this.#others?.get(text);
    if (known !== undefined) return known;
    const reading = this.#find(path);
    if (this.#first === undefined) this.#first = { text, reading };
    else (this.#others ??= new Map()).set(text, reading);
    return reading;
  }

  /** Whether a key stands there alone, such as the text of a constant that looks like one. */
  hasKey(name: string): boolean {
    return this.#memberOf(this.#root, name) !== undefined;
  }

  #find(path: Path): Reading {
    if (path.holed) return { value: UNKNOWN_VALUE, doubt: 'hole' };
    const kind = nameKind(path, this.scope);
    const segments = segmentsOf(path);
    const found = this.#walk(segments);
    const root = String(segments[0]);
    switch (kind) {
      case 'attribute': {
        const isGiven = this.scope !== 'target' || this.hasKey(root);
        return isGiven ? found : { value: UNKNOWN_VALUE, doubt: 'notGiven' };
      }
      case 'field':
        if (!found.missing) return found;
        return { value: UNKNOWN_VALUE, doubt: root === 'taskrouter' ? 'time' : 'notGiven' };
      case 'unknown':
        return found.missing ? { ...found, doubt: 'unknownName' } : found;
      case 'unprefixed':
        return { ...found, doubt: kind };
      case 'foreign':
        return found.missing ? { ...found, doubt: kind } : found;
    }
  }

  #walk(segments: readonly PathSegment[]): Reading {
    let value = this.#root;
    for (const segment of segments) {
      if (typeof segment === 'number') {
        if (value.kind !== 'array') return { value: NULL_VALUE, missing: true, doubt: 'noMember' };
        const element = value.members[segment];
        if (element === undefined) return { value: NULL_VALUE, missing: true, doubt: 'pastEnd' };
        value = element.value;
        continue;
      }
      if (value.kind === 'array') return { value: NULL_VALUE, missing: true, doubt: 'noMember' };
      const member = this.#memberOf(value, segment);
      if (member === undefined) {
        const folded = segment.toLowerCase();
        const isNear = listOf(value).some(({ key }) => key?.toLowerCase() === folded);
        return { value: NULL_VALUE, missing: true, ...(isNear && { doubt: 'otherCase' }) };
      }
      value = member;
    }
    return { value: valueOfJson(value) };
  }

  /** Of a key that stands twice the last counts. */
  #memberOf(value: JsonValue, name: string): JsonValue | undefined {
    if (value.kind === 'object' && isSearchable(value)) return value.find(name);
    const list = listOf(value);
    if (list.length <= MAX_SEARCHED) return list.findLast(({ key }) => key === name)?.value;
    this.#members ??= new Map();
    let members = this.#members.get(value);
    if (members === undefined) {
      members = new Map(list.map((member) => [member.key ?? '', member.value]));
      this.#members.set(value, members);
    }
    return members.get(name);
  }
}

/** A map of fewer members takes longer to make than a search. */
const MAX_SEARCHED = 32;

function listOf(value: JsonValue): readonly JsonMember[] {
  return value.kind === 'object' ? value.members : [];
}

/**
 * @param json for `task` and `worker` the keys, for `target` `{"task": …, "worker": …}`, for `skipIf`
 * `{"workers": …}`
 * @returns undefined for what is no JSON
 */
export function readRoutingValues(scope: ExpressionScope, json: string): RoutingValues | undefined {
  return parseJson(json).valid ? new RoutingValues(scope, readJsonTree(json)) : undefined;
}
