import { sidPattern } from '../../resources/sidPattern.ts';
import type { JsonMember, JsonValue } from '../../json/jsonValue.ts';
import { message, type Message } from '../../messages/message.ts';
import type { Presenter } from '../../privacy/presenter.ts';
import type { ConfigurationNode } from '../configuration/configurationNode.ts';
import { nodesOf, segmentsOf } from '../expression/syntax/expression.ts';
import { parseExpression, type ParsedExpression } from '../expression/syntax/parseExpression.ts';
import { evaluateIn, type StepWorkers } from './candidates.ts';
import { withReason } from './describeOutcome.ts';
import { objectOf } from './routedValues.ts';
import type { RoutedQueue } from './routingResources.ts';

const ACTIVITY_SID = new RegExp(`^${sidPattern('WA')}$`);

export interface SkipOutcome {
  readonly outcome: 'skipped' | 'stays' | 'uncertain';
  readonly reason: Message;
}

/**
 * Whether a step is skipped: if no Reservation is created when the Task enters it, and `skip_if` is true
 * of the members of its TaskQueue, whatever the expression of the target is.
 *
 * @see https://www.twilio.com/docs/taskrouter/worker-presence
 * @param workers undefined if none are known
 */
export function skipOutcome(
  skipIf: ConfigurationNode,
  queue: RoutedQueue | undefined,
  workers: StepWorkers | undefined,
  present: Presenter,
): SkipOutcome {
  if ((workers?.eligible.length ?? 0) > 0) {
    return {
      outcome: 'stays',
      reason: message('skip_if does not count, because a Worker is reserved first.'),
    };
  }
  if (skipIf.kind !== 'string') {
    return { outcome: 'uncertain', reason: message('skip_if is not known.') };
  }
  const parsed = parseExpression(skipIf.value);
  const counts = presence(queue, workers, parsed);
  const evaluation = evaluateIn('skipIf', parsed, objectOf({ workers: counts }));
  switch (evaluation.outcome) {
    case 'false':
      return {
        outcome: 'stays',
        reason: withReason(message('skip_if is false.'), evaluation, present),
      };
    case 'true': {
      const isEmpty = workers?.unsure.length === 0;
      if (isEmpty || countOf(counts, 'available') === 0) {
        const text = message('skip_if is true and no Worker is reserved.');
        return { outcome: 'skipped', reason: withReason(text, evaluation, present) };
      }
      const reason = message(
        'skip_if is true, but whether a Worker is reserved first is not known.',
      );
      return { outcome: 'uncertain', reason };
    }
    case 'uncertain':
    case 'invalid': {
      const text = message('Whether skip_if is true is uncertain.');
      return { outcome: 'uncertain', reason: withReason(text, evaluation, present) };
    }
  }
}

/** The values of `workers.…`: as they were given, or counted. What is not known is left out. */
function presence(
  queue: RoutedQueue | undefined,
  workers: StepWorkers | undefined,
  parsed: ParsedExpression,
): JsonValue {
  if (queue?.counts !== undefined) return queue.counts;
  const candidates = workers?.all ?? [];
  const members = candidates.filter(({ isMember }) => isMember !== 'false');
  const areKnown =
    workers !== undefined &&
    (queue?.members === undefined || members.length === queue.members.size) &&
    members.every(({ isMember }) => isMember === 'true');
  if (!areKnown) return objectOf({});
  const found: JsonMember[] = [];
  const add = (key: string, count: number) => {
    found.push({ key, value: { kind: 'scalar', token: String(count) } });
  };
  if (members.every(({ worker }) => worker.available !== undefined)) {
    const available = members.filter(({ worker }) => worker.available).length;
    add('available', available);
    add('unavailable', members.length - available);
  }
  if (members.every(({ worker }) => worker.activitySid !== undefined)) {
    for (const sid of activitiesIn(parsed)) {
      add(sid, members.filter(({ worker }) => worker.activitySid === sid).length);
    }
  }
  return { kind: 'object', members: found };
}

function activitiesIn({ root }: ParsedExpression): ReadonlySet<string> {
  const found = new Set<string>();
  for (const node of root === undefined ? [] : nodesOf(root)) {
    if (node.kind !== 'comparison') continue;
    for (const operand of [node.left, node.right]) {
      const name = operand.kind === 'path' ? String(segmentsOf(operand)[1]) : '';
      if (ACTIVITY_SID.test(name)) found.add(name);
    }
  }
  return found;
}

function countOf(counts: JsonValue, key: string): number | undefined {
  if (!('members' in counts)) return undefined;
  const value = counts.members.findLast((member) => member.key === key)?.value;
  return value !== undefined && 'token' in value ? Number(value.token) : undefined;
}
