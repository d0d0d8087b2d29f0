/**
 * Where an expression stands, and by that which names it knows: `task` in a filter, `worker` in
 * `target_workers`, `target` in a target, `skipIf` in `skip_if`.
 */
export type ExpressionScope = 'task' | 'worker' | 'target' | 'skipIf';

export const EXPRESSION_SCOPES = ['task', 'worker', 'target', 'skipIf'] as const;

export interface ScopeName {
  /** With `*` for a segment that is free, such as `worker.channel.*.assigned_tasks`. */
  readonly name: string;
  readonly type: 'string' | 'number' | 'attribute';
}
