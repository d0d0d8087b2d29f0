import { JsonFields, readJsonTree } from '../../json/jsonTree.ts';
import { parseJson } from '../../json/jsonObject.ts';
import { message, type Message } from '../../messages/message.ts';

export type TrialTask =
  | {
      readonly valid: true;
      /** JSON of a Task as the API gives it. */
      readonly task: string;
    }
  | { readonly valid: false; readonly reason: Message };

/** Attributes as somebody may paste them. */
export const TRIAL_EXAMPLE = '{"type":"lead"}';

/** Fields that only a whole Task has together with its attributes. */
const TASK_FIELDS = ['sid', 'assignment_status', 'workflow_sid', 'task_channel_unique_name'];

/**
 * Reads what somebody pasted to try a Workflow with: a Task as the API gives it, or its attributes alone.
 * Digits stay as they are.
 */
export function readTrialTask(text: string): TrialTask {
  const tree = parseJson(text).valid ? readJsonTree(text) : undefined;
  if (tree === undefined) return { valid: false, reason: message('This is not JSON.') };
  if (tree.kind !== 'object') {
    return { valid: false, reason: message('Paste a JSON object, such as {0}.', TRIAL_EXAMPLE) };
  }
  const fields = new JsonFields(tree);
  const has = (key: string) => fields.member(key) !== undefined;
  const isTask = has('attributes') && TASK_FIELDS.some(has);
  return { valid: true, task: isTask ? text : `{"attributes":${text}}` };
}
