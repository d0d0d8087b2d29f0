import { evaluateExpression } from '../../core/routing/expression/evaluation/evaluateExpression.ts';
import { readRoutingValues } from '../../core/routing/expression/evaluation/routingValues.ts';
import {
  parseExpression,
  type ParsedExpression,
} from '../../core/routing/expression/syntax/parseExpression.ts';

/** Whether values, a JSON document as text, fit. Those that are not JSON never do. */
export type ValuesTest = (values: string) => boolean;

/** What is nested, or joined, further than this is written by no one. */
const MAX_DEPTH = 100;
const MAX_TOKENS = 2000;

/**
 * What an expression asks of a Task's attributes or of a Worker. Where no source says what TaskRouter does, it
 * does the more probable thing.
 *
 * @returns undefined for what TaskRouter refuses
 */
export function readFittingExpression(
  text: string,
  scope: 'task' | 'worker',
): ValuesTest | undefined {
  const parsed = parseExpression(text);
  if (isRefused(parsed)) return undefined;
  return (json) => {
    const values = readRoutingValues(scope, json);
    if (values === undefined) return false;
    const { outcome, likely } = evaluateExpression(parsed, values);
    return (outcome === 'uncertain' ? likely : outcome) === 'true';
  };
}

function isRefused({ tokens, faults, doubts }: ParsedExpression): boolean {
  const isDoubtful = doubts.some(({ code }) => code === 'emptyExpression' || code === 'logicSign');
  return (
    isDoubtful || faults.length > 0 || tokens.length > MAX_TOKENS || depthOf(tokens) > MAX_DEPTH
  );
}

function depthOf(tokens: ParsedExpression['tokens']): number {
  let [depth, deepest] = [0, 0];
  for (const { kind } of tokens) {
    depth += Number(kind === 'open') - Number(kind === 'close');
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
