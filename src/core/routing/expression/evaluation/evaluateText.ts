import { formatMessage, plainEnglish } from '../../../messages/message.ts';
import { shownText } from '../../../messages/plainText.ts';
import type { ExpressionScope } from '../names/expressionScope.ts';
import { parseExpression } from '../syntax/parseExpression.ts';
import { evaluateExpression } from './evaluateExpression.ts';
import type { Evaluation } from './evaluation.ts';
import { describeReason, type Reason } from './reason.ts';
import { readRoutingValues } from './routingValues.ts';

/** An evaluation in English, for other extensions. */
export interface EvaluationText extends Pick<Evaluation, 'outcome' | 'likely' | 'offset'> {
  readonly reasons: readonly string[];
}

/** @param json the values of the scope as JSON text; what is no JSON gives 'invalid' without an offset */
export function evaluateText(
  expression: string,
  scope: ExpressionScope,
  json: string,
): EvaluationText {
  const values = readRoutingValues(scope, json);
  if (values === undefined)
    return { outcome: 'invalid', reasons: [inEnglish({ kind: 'notJson' })] };
  const evaluation = evaluateExpression(parseExpression(expression), values);
  const { outcome, likely, reasons, offset } = evaluation;
  return {
    outcome,
    ...(likely !== undefined && { likely }),
    reasons: [...new Set(reasons.map(inEnglish))],
    ...(offset !== undefined && { offset }),
  };
}

function inEnglish(reason: Reason): string {
  const sentence = describeReason(reason, (value) => shownText(value));
  return formatMessage(sentence, plainEnglish);
}
