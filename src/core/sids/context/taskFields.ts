import { resourceKinds } from '../../resources/resourceKind.ts';
import { interruptedSidAt } from '../scan/interruptedSid.ts';
import { candidateAt } from '../scan/scanSids.ts';
import { findSidsInContext, type SidMatchInContext } from './sidsInContext.ts';

/**
 * Fields of a Task that hold SIDs, and which, as the schema of a Task in TaskRouter's OpenAPI document
 * has it.
 */
export const taskFields: ReadonlyMap<string, readonly string[]> = new Map([
  ['account_sid', ['AC']],
  ['sid', ['WT']],
  // What a Task belongs to and is routed by.
  ...(['WS', 'WW', 'WQ', 'TC'] as const).flatMap((prefix): [string, string[]][] => {
    const { field } = resourceKinds[prefix];
    return field === undefined ? [] : [[field, [prefix]]];
  }),
  // The schema has no pattern for it; its description names these.
  ['routing_target', ['WK', 'WQ', 'WW']],
]);

/**
 * A string of the outermost object, in JSON as Task documents lay it out: each in a line of its own.
 * A pattern without a limit would fill the stack at a value of some megabytes.
 */
const FIELD = /^( {2}"(\w+)": ")((?:[^"\\\r\n]|\\.){1,1000})",?$/gm;

/**
 * The SIDs in a Task's own fields, and what stands there instead of one, held against the schema of a
 * Task.
 *
 * @param text a Task document, or lines of it
 */
export function* findTaskFieldSids(text: string): Generator<SidMatchInContext, void> {
  for (const { index, 1: head = '', 2: name = '', 3: value = '' } of text.matchAll(FIELD)) {
    const expected = taskFields.get(name);
    if (expected === undefined) continue;
    const context = { kind: 'field', name, expected } as const;
    const offset = index + head.length;
    const run = [candidateAt(value, 0), interruptedSidAt(value, 0)].find(
      (one) => one?.text === value,
    );
    if (run !== undefined) {
      yield { ...run, offset, context };
    } else {
      const faults = [{ kind: 'noSid' }] as const;
      yield { kind: 'malformed', text: value, offset, prefix: '', faults, context };
    }
  }
}

/** Every SID of a Task document, those of its fields held against the schema; in no certain order. */
export function* findTaskDocumentSids(text: string): Generator<SidMatchInContext, void> {
  const fields = new Map(
    Array.from(findTaskFieldSids(text), (field) => [field.offset, field] as const),
  );
  for (const found of findSidsInContext(text)) {
    yield fields.get(found.offset) ?? found;
    fields.delete(found.offset);
  }
  yield* fields.values();
}
