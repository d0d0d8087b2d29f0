import { parseJson } from './jsonObject.ts';
import { readJsonTree } from './jsonTree.ts';
import type { JsonMember, JsonValue } from './jsonValue.ts';

/**
 * The same as `readJsonTree` for what evaluates a few values of thousands of texts: each level is read when
 * it is asked for. Of a duplicate key only the last is kept, and escapes may be written otherwise.
 *
 * @returns undefined for what is no JSON
 */
export function readLazyJson(text: string): JsonValue | undefined {
  const answer = parseJson(text);
  if (!answer.valid) return undefined;
  return keepsNumbers(text) ? lazyValue(answer.value) : readJsonTree(text);
}

/** What `JSON.parse` may change: fractions, exponents, more digits than a double has, and -0. */
const CHANGED_NUMBER = /\d[.eE]|\d{16}|-0/;
const STRING = /"(?:[^"\\]|\\.)*"/g;

function keepsNumbers(text: string): boolean {
  return !CHANGED_NUMBER.test(text) || !CHANGED_NUMBER.test(text.replace(STRING, ''));
}

function lazyValue(value: unknown): JsonValue {
  if (typeof value === 'string') return new LazyString(value);
  if (typeof value !== 'object' || value === null) return { kind: 'scalar', token: String(value) };
  return new LazyContainer(value);
}

/** A string whose token is written when it is asked for. */
export class LazyString {
  readonly kind = 'string';
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  get token(): string {
    return JSON.stringify(this.#text);
  }
}

class LazyContainer {
  /** Without the other members; the same as the last member with that key. */
  find(name: string): JsonValue | undefined {
    const { kind } = this;
    if (kind === 'array' || !Object.hasOwn(this.#value, name)) return undefined;
    return lazyValue((this.#value as Readonly<Record<string, unknown>>)[name]);
  }

  readonly kind: 'object' | 'array';
  readonly #value: object;
  #members: readonly JsonMember[] | undefined;

  constructor(value: object) {
    this.kind = Array.isArray(value) ? 'array' : 'object';
    this.#value = value;
  }

  get members(): readonly JsonMember[] {
    this.#members ??= Array.isArray(this.#value)
      ? this.#value.map((element: unknown) => ({ value: lazyValue(element) }))
      : Object.entries(this.#value).map(([key, member]) => ({ key, value: lazyValue(member) }));
    return this.#members;
  }
}

/** A container that finds a member without listing all. */
interface SearchableJson {
  find(name: string): JsonValue | undefined;
}

export function isSearchable(value: JsonValue): value is JsonValue & SearchableJson {
  return 'find' in value && typeof value.find === 'function';
}
