import { resourceKinds } from '../../resources/resourceKind.ts';

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
