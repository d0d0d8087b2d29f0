import { message, type MessageArgument } from '../messages/message.ts';
import { maskExpression, shownText } from '../privacy/shownText.ts';
import { describeStatus } from '../resources/taskStatus.ts';
import { shortenSid } from '../sids/sid.ts';
import type { NamedFilter } from './namedFilter.ts';

/** What a filter lets through, one fact a part. */
export function describeFilter(filter: NamedFilter, masked: boolean): readonly MessageArgument[] {
  const { statuses, taskQueueSid, taskQueueName, workflowSid, workflowName } = filter;
  const { priority, expression } = filter;
  const named = (name: string | undefined, sid: string) =>
    name === undefined || name === '' ? shortenSid(sid) : shownText(name, masked);
  return [
    ...(statuses ?? []).map(describeStatus),
    ...(taskQueueSid === undefined
      ? []
      : [message('Task Queue {0}', named(taskQueueName, taskQueueSid))]),
    ...(workflowSid === undefined
      ? []
      : [message('Workflow {0}', named(workflowName, workflowSid))]),
    ...(priority === undefined ? [] : [message('priority {0}', priority)]),
    ...(expression === undefined
      ? []
      : [shownText(masked ? maskExpression(expression) : expression, masked)]),
  ];
}
