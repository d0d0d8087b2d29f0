import { evaluateExpression } from '../../core/routing/expression/evaluation/evaluateExpression.ts';
import { readRoutingValues } from '../../core/routing/expression/evaluation/routingValues.ts';
import {
  parseExpression,
  type ParsedExpression,
} from '../../core/routing/expression/syntax/parseExpression.ts';
import { workerBody } from '../bodies/setUpBodies.ts';
import type { WorkerState, WorkspaceSnapshot } from '../replay/workspaceSnapshot.ts';

/** Whether an expression is true for values, which are a JSON text. Never for what is not JSON. */
export type ValuesTest = (values: string) => boolean;

/** No one writes a longer or deeper expression. */
const MAX_DEPTH = 100;
const MAX_TOKENS = 2000;

/**
 * Compiles an expression over a Task's attributes or a Worker. Where no source says what TaskRouter does, the
 * more probable outcome counts.
 *
 * @returns `undefined` if TaskRouter refuses the expression
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

/** The Workers for whom an expression is true, available or not. */
export function eligibleWorkers(
  moment: WorkspaceSnapshot,
  expression: string,
): readonly WorkerState[] {
  const fits = readFittingExpression(expression, 'worker');
  return moment.workers.filter((state) => fits?.(valuesOf(moment, state)));
}

/** A Worker's attributes and its fields for expressions. Of two with the same name, the last counts. */
function valuesOf(moment: WorkspaceSnapshot, state: WorkerState): string {
  const { sid, friendly_name, activity_name, activity_sid } = workerBody(moment, state);
  const fields = JSON.stringify({ sid, friendly_name, activity_name, activity_sid }).slice(1);
  const attributes = state.worker.attributes.trim();
  if (!attributes.startsWith('{')) return attributes;
  const known = attributes.slice(0, -1).trimEnd();
  return known === '{' ? `{${fields}` : `${known},${fields}`;
}
