import { message, type Message } from '../../messages/message.ts';
import { parseExpression } from '../../routing/expression/syntax/parseExpression.ts';
import { evaluateIn, truthIn } from '../../routing/simulate/candidates.ts';
import { withReason } from '../../routing/simulate/describeOutcome.ts';
import { workerValue } from '../../routing/simulate/routedValues.ts';
import { knownExpression, type RoutedWorkspace } from '../subject/routedWorkspace.ts';
import type { ShownRouting } from '../shownRouting.ts';

const MAX_DISAGREEMENTS = 5;

/** The Workers for whom TaskRouter's answer to who is in the TaskQueue differs from our evaluation. */
export function findDisagreements(
  { queue, workers, members }: RoutedWorkspace,
  { present }: ShownRouting,
): readonly Message[] {
  const expression = queue && knownExpression(queue);
  if (expression === undefined || members === undefined || workers === undefined) return [];
  const parsed = parseExpression(expression);
  const found: Message[] = [];
  let count = 0;
  for (const worker of workers) {
    const isMember = members.has(worker.sid ?? '');
    const truth = truthIn('worker', parsed, workerValue(worker));
    if (truth === 'uncertain' || (truth === 'true') === isMember) continue;
    count += 1;
    if (found.length >= MAX_DISAGREEMENTS) continue;
    const evaluation = evaluateIn('worker', parsed, workerValue(worker));
    const name = present.line(worker.name);
    const text = isMember
      ? message('TaskRouter has {0} in the TaskQueue, though its expression reads otherwise.', name)
      : message(
          'TaskRouter does not have {0} in the TaskQueue, though its expression reads otherwise.',
          name,
        );
    found.push(withReason(text, evaluation, present));
  }
  const rest = count - found.length;
  return rest > 0 ? [...found, message('More Workers that differ: {0}', rest)] : found;
}
