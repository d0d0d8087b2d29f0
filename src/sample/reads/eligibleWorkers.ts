import type { WorkerState } from '../life/replayWorker.ts';
import type { WorkspaceMoment } from '../life/workspaceMoment.ts';
import { parseExpression } from './parseExpression.ts';

/** The Workers whose attributes fit the expression, available or not. */
export function eligibleWorkers(
  { workers }: WorkspaceMoment,
  expression: string,
): readonly WorkerState[] {
  const fits = parseExpression(expression);
  return workers.filter(({ worker }) => fits?.(worker.attributes));
}
