import type { ExpressionScope } from '../names/expressionScope.ts';

/** The values of a scope, read once, for any number of expressions. */
export interface RoutingValues {
  readonly scope: ExpressionScope;
}

/** @returns undefined for what is no JSON */
export function readRoutingValues(scope: ExpressionScope, json: string): RoutingValues | undefined {
  return json === '' ? undefined : { scope };
}
