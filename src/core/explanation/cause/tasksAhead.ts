import { asRecord, parseJson } from '../../json/jsonObject.ts';
import { readDate } from '../../resources/timestamp.ts';
import { isSameSid } from '../../sids/sid.ts';
import type { TaskOrder } from '../../routing/simulate/orderTasks.ts';
import { orderTasks } from '../../routing/simulate/orderTasks.ts';
import type { ExplainedTask } from '../subject/explainedTask.ts';
import type { ReadRows } from '../routingReadings.ts';
import type { TaskAhead, TasksAhead } from '../routingExplanation.ts';

const MAX_TASKS = 20;

/**
 * The Tasks of the same TaskQueue that are offered to Workers before this one. Does not rely on the order of
 * the list. Returns `undefined` if the priority or the age of the Task is not known.
 */
export function findTasksAhead(
  { sid, queueSid, priority, start }: ExplainedTask,
  { rows, isCut }: ReadRows,
  order: TaskOrder,
): TasksAhead | undefined {
  if (priority === undefined || start === undefined) return undefined;
  const before: (TaskAhead & { readonly start: number })[] = [];
  let byPriority = 0;
  for (const row of rows) {
    const task = readTask(row.sid, row.text, queueSid);
    if (task === undefined || isSameSid(row.sid, sid)) continue;
    const isUrgent = order === 'FIFO' && task.priority > priority;
    const isFirst =
      order === 'LIFO'
        ? task.start > start
        : isUrgent || (task.priority === priority && task.start < start);
    if (!isFirst) continue;
    if (isUrgent) byPriority += 1;
    before.push(task);
  }
  const tasks = orderTasks(before, order)
    .slice(0, MAX_TASKS)
    .map(({ start: since, sid: ahead, priority: own, status }) => ({
      ...{ sid: ahead, priority: own, since, status },
    }));
  return { count: before.length, byPriority, byAge: before.length - byPriority, isCut, tasks };
}

function readTask(sid: string, text: string, queueSid: string | undefined) {
  const answer = parseJson(text);
  const fields = asRecord(answer.valid ? answer.value : undefined);
  const { priority, assignment_status: status, task_queue_sid: queue } = fields;
  const date = (name: string) => {
    const value = fields[name];
    return typeof value === 'string' ? readDate(value) : undefined;
  };
  const start = date('virtual_start_time') ?? date('date_created');
  const isWaiting = status === 'pending' || status === 'reserved';
  if (typeof priority !== 'number' || start === undefined || !isWaiting) return undefined;
  if (typeof queue === 'string' && queueSid !== undefined && !isSameSid(queue, queueSid)) {
    return undefined;
  }
  return { sid, priority, start, since: start, status };
}
