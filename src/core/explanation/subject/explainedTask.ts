import type { TaskEvent } from '../../history/taskEvent.ts';
import { lastStatus } from '../../history/taskPhases.ts';
import { asRecord, parseJson } from '../../json/jsonObject.ts';
import { readJsonTree } from '../../json/jsonTree.ts';
import { isTaskOver, isTaskWaiting } from '../../resources/taskStatus.ts';
import { readDate } from '../../resources/timestamp.ts';
import { readRoutedTask, type RoutedTask } from '../../routing/simulate/routingResources.ts';
import type { RoutingExplanation } from '../routingExplanation.ts';

/** A Task with what explaining its routing needs. */
export interface ExplainedTask {
  readonly routed: RoutedTask;
  readonly sid: string;
  readonly state: RoutingExplanation['state'];
  readonly status?: string;
  readonly workflowSid?: string;
  readonly workflowName?: string;
  readonly queueSid?: string;
  readonly queueName?: string;
  readonly priority?: number;
  /** In ms since the epoch, as are the other times. */
  readonly created?: number;
  /** From which its age counts in its TaskQueue: `virtual_start_time`, or when it was created. */
  readonly start?: number;
  /** Why it was canceled or completed. */
  readonly reason?: string;
}

/**
 * @param text the Task's JSON; `undefined` if it is deleted, so that only its events are known
 * @returns `undefined` if nothing is known of it
 */
export function readExplainedTask(
  text: string | undefined,
  history: readonly TaskEvent[],
): ExplainedTask | undefined {
  const routed = text === undefined ? undefined : readRoutedTask(text);
  if (text === undefined || routed === undefined) return taskOfEvents(history);
  const answer = parseJson(text);
  const fields = asRecord(answer.valid ? answer.value : undefined);
  const string = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const date = (name: string) => readDate(string(name) ?? '');
  const status = string('assignment_status');
  const created = date('date_created');
  return known({
    ...{ routed, sid: string('sid') ?? '', state: stateOf(status), status },
    ...{ workflowSid: string('workflow_sid'), workflowName: string('workflow_friendly_name') },
    ...{ queueSid: string('task_queue_sid'), queueName: string('task_queue_friendly_name') },
    ...{ priority: routed.priority, created, start: date('virtual_start_time') ?? created },
    reason: string('reason'),
  });
}

function stateOf(status: string | undefined): RoutingExplanation['state'] {
  if (isTaskOver(status)) return 'over';
  return status === undefined || isTaskWaiting(status) ? 'waiting' : 'assigned';
}

/** The Task by its events alone: it is over, and its fields are those of the last events that have them. */
function taskOfEvents(history: readonly TaskEvent[]): ExplainedTask | undefined {
  if (history.length === 0) return undefined;
  const last = (name: string) =>
    history.findLast(({ data }) => (data[name] ?? '') !== '')?.data[name];
  const attributes = history.findLast((event) => isReadable(event.attributes))?.attributes;
  const party = (name: 'workflow' | 'queue') =>
    history.findLast(({ parties }) => parties[name] !== undefined)?.parties[name];
  const priority = Number(last('task_priority') ?? NaN);
  const created = history.find(({ kind }) => kind === 'created')?.moment?.at;
  const routed: RoutedTask = {
    channel: last('task_channel_unique_name') ?? 'default',
    ...(attributes !== undefined && { attributes: readJsonTree(attributes) }),
  };
  return known({
    ...{ routed, sid: last('task_sid') ?? '', state: 'over', status: lastStatus(history) },
    ...{ workflowSid: party('workflow')?.sid, workflowName: party('workflow')?.name },
    ...{ queueSid: party('queue')?.sid, queueName: party('queue')?.name },
    ...{ priority: Number.isFinite(priority) ? priority : undefined, created, start: created },
    reason: last('task_canceled_reason') ?? last('task_completed_reason') ?? last('reason'),
  });
}

function isReadable(attributes: string | undefined): boolean {
  return attributes !== undefined && parseJson(attributes).valid;
}

/** Without what is undefined or empty. */
function known(fields: {
  readonly [Name in keyof ExplainedTask]-?: ExplainedTask[Name] | undefined;
}): ExplainedTask {
  const given = Object.entries(fields).filter(
    ([name, value]) => value !== undefined && (value !== '' || name === 'sid'),
  );
  return Object.fromEntries(given) as unknown as ExplainedTask;
}
