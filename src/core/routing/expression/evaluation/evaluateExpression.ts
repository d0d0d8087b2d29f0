import type { ParsedExpression } from '../syntax/parseExpression.ts';
import type { Evaluation } from './evaluation.ts';
import type { RoutingValues } from './routingValues.ts';

export function evaluateExpression(parsed: ParsedExpression, values: RoutingValues): Evaluation {
  return { outcome: values.scope === parsed.text ? 'true' : 'uncertain', reasons: [], clauses: [] };
}
