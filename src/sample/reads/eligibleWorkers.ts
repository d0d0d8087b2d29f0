import { workerBody } from '../bodies/workerBody.ts';
import type { WorkerState } from '../life/replayWorker.ts';
import type { WorkspaceMoment } from '../life/workspaceMoment.ts';
import { readFittingExpression } from './fittingExpression.ts';

/** The Workers whom an expression fits, available or not. */
export function eligibleWorkers(
  moment: WorkspaceMoment,
  expression: string,
): readonly WorkerState[] {
  const fits = readFittingExpression(expression, 'worker');
  return moment.workers.filter((state) => fits?.(valuesOf(moment, state)));
}

/** The attributes, and what else expressions can name of a Worker: of two with one name the last counts. */
function valuesOf(moment: WorkspaceMoment, state: WorkerState): string {
  const { sid, friendly_name, activity_name, activity_sid } = workerBody(moment, state);
  const fields = JSON.stringify({ sid, friendly_name, activity_name, activity_sid }).slice(1);
  const attributes = state.worker.attributes.trim();
  if (!attributes.startsWith('{')) return attributes;
  const known = attributes.slice(0, -1).trimEnd();
  return known === '{' ? `{${fields}` : `${known},${fields}`;
}
