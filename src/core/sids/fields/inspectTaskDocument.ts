import type { InspectedSid } from '../inspectedSid.ts';
import { inspectSids } from '../inspectSids.ts';
import { inspectTaskFields } from './inspectTaskFields.ts';

/** Every SID of a Task document, those of its fields held against the schema; in no certain order. */
export function* inspectTaskDocument(text: string): Generator<InspectedSid, void> {
  const fields = new Map(
    Array.from(inspectTaskFields(text), (field) => [field.offset, field] as const),
  );
  for (const found of inspectSids(text)) {
    yield fields.get(found.offset) ?? found;
    fields.delete(found.offset);
  }
  yield* fields.values();
}
