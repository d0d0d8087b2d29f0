import { fieldsOf } from '../json/jsonObject.ts';
import type { Message } from '../messages/message.ts';
import {
  describeReferenceFault,
  parseTaskReference,
  type ParsedTaskReference,
} from '../references/parseTaskReference.ts';

export type TaskRequest =
  | {
      readonly valid: true;
      readonly reference: ParsedTaskReference;
      /** Whether the model asks for the values of attributes and add-ons. */
      readonly withAttributes: boolean;
    }
  | { readonly valid: false; readonly reason: Message };

/** Reads what a language model asks the tool for, which may be anything. Never throws. */
export function readTaskRequest(input: unknown): TaskRequest {
  const { task, includeAttributes } = fieldsOf(input);
  const result = parseTaskReference(typeof task === 'string' ? task : '');
  return result.valid
    ? { valid: true, reference: result.reference, withAttributes: includeAttributes === true }
    : { valid: false, reason: describeReferenceFault(result.fault) };
}
