import type { Expression } from '../syntax/expression.ts';

/** 'always' and 'never' whatever the attributes are, such as `1==1`. */
export function constantOutcome(root: Expression): 'always' | 'never' | undefined {
  return root.length === 0 ? 'always' : undefined;
}
