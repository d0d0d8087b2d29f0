import { decodeEmbeddedJson } from '../json/decodeEmbeddedJson.ts';
import { JsonFields } from '../json/jsonFields.ts';
import type { JsonValue } from '../json/jsonValue.ts';
import { isJsonContainer } from '../json/isJsonContainer.ts';
import { maskJson } from '../json/maskJson.ts';
import { parseStringToken } from '../json/parseStringToken.ts';
import { readJsonTree } from '../json/readJsonTree.ts';
import { deepest } from './deepest.ts';
import type { EmbeddedView } from './embeddedView.ts';
import type { Happening } from './happening.ts';
import { readEmbedded } from './readEmbedded.ts';

/**
 * The last known attributes of a Task. TaskRouter redacts those of older events, in a way that is not
 * documented: so JSON counts before what is none.
 */
export function lastAttributes(
  history: readonly Happening[],
  masked: boolean,
): EmbeddedView | undefined {
  let text: string | undefined;
  for (const happening of history.toReversed()) {
    const raw = attributesOf(happening);
    if (raw !== undefined && isJsonContainer(raw)) return show(raw, masked);
    text ??= raw;
  }
  return text === undefined ? undefined : show(text, masked);
}

/** To the letter: a string, as TaskRouter writes them, or what else stands there. */
function attributesOf({ text }: Happening): string | undefined {
  // Quick for thousands of events that have none.
  if (!text.includes('task_attributes') || !isJsonContainer(text)) return undefined;
  const data = new JsonFields(readJsonTree(text, 2)).member('event_data')?.value;
  const inner = data?.kind === 'string' ? parseStringToken(data.token) : undefined;
  const fields = innerFields(data, inner);
  const value = fields?.member('task_attributes')?.value;
  if (value === undefined || 'members' in value) return undefined;
  const raw = value.kind === 'string' ? parseStringToken(value.token) : value.token;
  return raw === '' ? undefined : raw;
}

function innerFields(
  data: JsonValue | undefined,
  inner: string | undefined,
): JsonFields | undefined {
  if (inner !== undefined) {
    return isJsonContainer(inner) ? new JsonFields(readJsonTree(inner, 1)) : undefined;
  }
  return data && new JsonFields(data);
}

/** Goes the way that the attributes of a Task go. */
function show(raw: string, masked: boolean): EmbeddedView {
  const decoded = decodeEmbeddedJson(`{"attributes":${JSON.stringify(raw)}}`);
  const tree = readJsonTree(masked ? maskJson(decoded) : decoded, deepest);
  const value = new JsonFields(tree).member('attributes')?.value;
  return readEmbedded(value ?? { kind: 'string', token: '""' }, raw, masked);
}
