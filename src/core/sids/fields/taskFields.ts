/**
 * Fields of a Task that hold SIDs, and which, as the schema of a Task in TaskRouter's OpenAPI document
 * has it.
 */
export const taskFields: ReadonlyMap<string, readonly string[]> = new Map([
  ['account_sid', ['AC']],
  ['sid', ['WT']],
  ['workspace_sid', ['WS']],
  ['workflow_sid', ['WW']],
  ['task_queue_sid', ['WQ']],
  ['task_channel_sid', ['TC']],
  // The schema has no pattern for it; its description names these.
  ['routing_target', ['WK', 'WQ', 'WW']],
]);
