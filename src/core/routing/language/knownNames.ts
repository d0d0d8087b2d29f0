import { asRecord, isJsonObject, parseJson } from '../../json/jsonObject.ts';

export type AttributeType = 'string' | 'number' | 'boolean' | 'array' | 'object' | 'null';

/** An attribute that something fetched has; of its values, only the type. */
export interface KnownAttribute {
  /** As an expression has it, such as `routing.skills`. */
  readonly path: string;
  readonly type: AttributeType;
}

/** A TaskQueue whose friendly name was read. */
export interface KnownQueue {
  readonly sid: string;
  /** As it is to be shown. */
  readonly name: string;
  /** The name of the profile that read it. */
  readonly profile: string;
}

/** What was read under a profile, for completion. */
export interface KnownNames {
  readonly task: readonly KnownAttribute[];
  readonly worker: readonly KnownAttribute[];
  readonly queues: readonly KnownQueue[];
}

/** Attributes of Twilio Flex have 4 levels. */
const MAX_DEPTH = 6;
/** A list of more is of no use. */
const MAX_ATTRIBUTES = 300;
const NAME = /^[\p{L}_$][\p{L}\p{N}\p{M}_$]*$/u;

/**
 * The attributes of Tasks or Workers, each once, in the order of their first appearance.
 *
 * @param texts answers of the API, whose `attributes` are JSON in a string
 */
export function attributesIn(texts: readonly string[]): readonly KnownAttribute[] {
  const found = new Map<string, AttributeType>();
  for (const { path, type } of eachAttribute(texts)) {
    if (found.size >= MAX_ATTRIBUTES) break;
    const known = found.get(path);
    if (known === undefined || known === 'null') found.set(path, type);
  }
  return Array.from(found, ([path, type]) => ({ path, type }));
}

/** The attributes of one answer after the other, each as often as it is in them. */
export function* eachAttribute(texts: readonly string[]): Generator<KnownAttribute> {
  for (const text of texts) {
    const answer = parseJson(text);
    const { attributes } = asRecord(answer.valid ? answer.value : undefined);
    const parsed = typeof attributes === 'string' ? parseJson(attributes) : undefined;
    if (parsed?.valid === true) yield* attributesOf(parsed.value, '', 1);
  }
}

function* attributesOf(value: unknown, prefix: string, depth: number): Generator<KnownAttribute> {
  if (depth > MAX_DEPTH || !isJsonObject(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (!NAME.test(key)) continue;
    const path = `${prefix}${key}`;
    yield { path, type: typeOf(inner) };
    yield* attributesOf(inner, `${path}.`, depth + 1);
  }
}

function typeOf(value: unknown): AttributeType {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'array';
  const type = typeof value;
  return type === 'string' || type === 'number' || type === 'boolean' ? type : 'object';
}
