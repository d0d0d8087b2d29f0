import type { InspectedSid } from '../inspectedSid.ts';
import { partedSidAt } from '../partedSid.ts';
import { sidRunAt } from '../sidRunAt.ts';
import { taskFields } from './taskFields.ts';

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
export function* inspectTaskFields(text: string): Generator<InspectedSid, void> {
  for (const { index, 1: head = '', 2: name = '', 3: value = '' } of text.matchAll(FIELD)) {
    const expected = taskFields.get(name);
    if (expected === undefined) continue;
    const place = { kind: 'field', name, expected } as const;
    const offset = index + head.length;
    const run = [sidRunAt(value, 0), partedSidAt(value, 0)].find((one) => one?.text === value);
    if (run !== undefined) {
      yield { ...run, offset, place };
    } else {
      const faults = [{ kind: 'noSid' }] as const;
      yield { kind: 'malformed', text: value, offset, prefix: '', faults, place };
    }
  }
}
