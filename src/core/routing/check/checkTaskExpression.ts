import type { Message } from '../../messages/message.ts';
import { checkExpression } from './checkExpression.ts';

/** What a box says of an expression that is typed into it. */
export type ExpressionVerdict =
  /** With a remark it can be asked, but is not what was meant, or may not be. */
  | { readonly valid: true; readonly remark?: Remark }
  | { readonly valid: false; readonly reason: Message };

interface Remark {
  readonly severity: 'warning' | 'hint';
  readonly message: Message;
}

/** Judges an expression over the attributes of Tasks before TaskRouter is asked. */
export function checkTaskExpression(text: string): ExpressionVerdict {
  const problems = checkExpression(text, 'task');
  const first = (wanted: 'error' | 'warning' | 'hint') =>
    problems.find(({ severity }) => severity === wanted);
  const error = first('error');
  if (error !== undefined) return { valid: false, reason: error.message };
  for (const severity of ['warning', 'hint'] as const) {
    const problem = first(severity);
    if (problem !== undefined)
      return { valid: true, remark: { severity, message: problem.message } };
  }
  return { valid: true };
}
