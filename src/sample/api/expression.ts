import { evaluateExpression } from '../../core/routing/expression/evaluation/evaluateExpression.ts';
import { readRoutingValues } from '../../core/routing/expression/evaluation/routingValues.ts';
import {
  parseExpression,
  type ParsedExpression,
} from '../../core/routing/expression/syntax/parseExpression.ts';
import { workerBody } from '../bodies/setUpBodies.ts';
import type { WorkerState, WorkspaceSnapshot } from '../replay/workspaceSnapshot.ts';

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

/** The Workers whom an expression fits, available or not. */
export function eligibleWorkers(
  moment: WorkspaceSnapshot,
  expression: string,
): readonly WorkerState[] {
  const fits = readFittingExpression(expression, 'worker');
  return moment.workers.filter((state) => fits?.(valuesOf(moment, state)));
}

/** The attributes, and what else expressions can name of a Worker: of two with one name the last counts. */
function valuesOf(moment: WorkspaceSnapshot, state: WorkerState): string {
  const { sid, friendly_name, activity_name, activity_sid } = workerBody(moment, state);
  const fields = JSON.stringify({ sid, friendly_name, activity_name, activity_sid }).slice(1);
  const attributes = state.worker.attributes.trim();
  if (!attributes.startsWith('{')) return attributes;
  const known = attributes.slice(0, -1).trimEnd();
  return known === '{' ? `{${fields}` : `${known},${fields}`;
}
