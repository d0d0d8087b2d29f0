import { decodeEmbeddedJson } from '../json/jsonText.ts';
import { JsonFields, readJsonTree } from '../json/jsonTree.ts';
import type { JsonValue } from '../json/jsonValue.ts';
import { maskJson } from '../privacy/maskJson.ts';
import { deepest } from './deepest.ts';

/**
 * Attributes or add-ons of an event, to the letter, as a value: they go the way that those of a Task go.
 * What is no JSON is a string.
 */
export function decodeAttributes(raw: string, masked: boolean): JsonValue {
  const decoded = decodeEmbeddedJson(`{"attributes":${JSON.stringify(raw)}}`);
  const tree = readJsonTree(masked ? maskJson(decoded) : decoded, deepest);
  return new JsonFields(tree).member('attributes')?.value ?? { kind: 'string', token: '""' };
}
