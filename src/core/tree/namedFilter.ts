import { message, type MessageArgument } from '../messages/message.ts';
import type { Presenter } from '../privacy/presenter.ts';
import { describeStatus } from '../resources/taskStatus.ts';
import { shortenSid } from '../sids/sid.ts';
import type { TaskFilter } from '../taskrouter/resourceList.ts';

/** A filter with what people call the things in it. */
export interface NamedFilter extends TaskFilter {
  readonly taskQueueName?: string;
  readonly workflowName?: string;
}

const KEYS = {
  status: ['statuses'],
  queue: ['taskQueueSid', 'taskQueueName'],
  workflow: ['workflowSid', 'workflowName'],
  priority: ['priority'],
  expression: ['expression'],
} as const satisfies Readonly<Record<string, readonly (keyof NamedFilter)[]>>;

/** What Tasks can be filtered by, each at once with the others. */
export type FilterFacet = keyof typeof KEYS;

/** What a filter says of one facet, and of all others. */
export function splitFilter(
  filter: NamedFilter,
  facet: FilterFacet,
): { readonly own: NamedFilter; readonly others: NamedFilter } {
  const keys: readonly string[] = KEYS[facet];
  const pick = (wanted: boolean) =>
    Object.fromEntries(
      Object.entries(filter).filter(([key]) => keys.includes(key) === wanted),
    ) as NamedFilter;
  return { own: pick(true), others: pick(false) };
}

/** What a filter lets through, one fact a part. */
export function describeFilter(
  filter: NamedFilter,
  present: Presenter,
): readonly MessageArgument[] {
  const { statuses, taskQueueSid, taskQueueName, workflowSid, workflowName } = filter;
  const { priority, expression } = filter;
  const named = (name: string | undefined, sid: string) =>
    name === undefined || name === '' ? shortenSid(sid) : present.line(name);
  return [
    ...(statuses ?? []).map(describeStatus),
    ...(taskQueueSid === undefined
      ? []
      : [message('TaskQueue {0}', named(taskQueueName, taskQueueSid))]),
    ...(workflowSid === undefined
      ? []
      : [message('Workflow {0}', named(workflowName, workflowSid))]),
    ...(priority === undefined ? [] : [message('priority {0}', priority)]),
    ...(expression === undefined ? [] : [present.expression(expression)]),
  ];
}
