import { resourceKinds } from '../../resources/resourceKind.ts';
import { interruptedSidAt } from '../scan/interruptedSid.ts';
import { candidateAt } from '../scan/scanSids.ts';
import { findSidsInContext, type SidMatchInContext } from './sidsInContext.ts';

/**
 * The fields of a Task that hold SIDs and their prefixes, by the schema in TaskRouter's OpenAPI document
 * (https://www.twilio.com/docs/taskrouter/api/task).
 */
export const taskFields: ReadonlyMap<string, readonly string[]> = new Map([
  ['account_sid', ['AC']],
  ['sid', ['WT']],
  // Its Workspace, Workflow, TaskQueue and Task Channel.
  ...(['WS', 'WW', 'WQ', 'TC'] as const).flatMap((prefix): [string, string[]][] => {
    const { field } = resourceKinds[prefix];
    return field === undefined ? [] : [[field, [prefix]]];
  }),
  // Not a pattern in the schema, but in its description.
  ['routing_target', ['WK', 'WQ', 'WW']],
]);

/**
 * A string field of the outermost object, on its own line as in every Task document. Without the limit, a
 * value of some megabytes would overflow the stack of the regex engine.
 */
const FIELD = /^( {2}"(\w+)": ")((?:[^"\\\r\n]|\\.){1,1000})",?$/gm;

/**
 * Finds the values of a Task's own SID fields, also if they are not SIDs, with the kinds that the schema
 * expects.
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

/** Finds every SID of a Task document, in no particular order; SID fields are checked by the schema. */
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
