import type { TaskState } from '../life/taskState.ts';
import type { WorkspaceMoment } from '../life/workspaceMoment.ts';
import { sidIn } from '../sidIn.ts';
import { twilioDate } from './twilioDate.ts';

/** A Task as the API answers it. Its attributes are a string here, so that no number is parsed. */
export function taskBody(moment: WorkspaceMoment, state: TaskState) {
  const { url, workspace } = moment;
  const { task } = state;
  const sid = sidIn(workspace, 'WT', task.key);
  const queueSid = sidIn(workspace, 'WQ', state.queue);
  const workflowSid = sidIn(workspace, 'WW', task.workflow);
  return {
    account_sid: moment.accountSid,
    age: Math.floor((moment.now - state.createdAt) / 1000),
    assignment_status: state.status,
    attributes: task.attributes,
    addons: task.addons ?? '{}',
    date_created: twilioDate(state.createdAt),
    date_updated: twilioDate(state.updatedAt),
    task_queue_entered_date: twilioDate(state.queueEnteredAt),
    virtual_start_time: twilioDate(state.createdAt),
    priority: task.priority,
    reason: state.reason,
    sid,
    task_queue_sid: queueSid,
    task_queue_friendly_name: state.queue,
    task_channel_sid: sidIn(workspace, 'TC', task.channel),
    task_channel_unique_name: task.channel,
    timeout: task.timeout,
    url: `${url}/Tasks/${sid}`,
    workflow_sid: workflowSid,
    workflow_friendly_name: task.workflow,
    workspace_sid: moment.workspaceSid,
    ignore_capacity: false,
    routing_target: null,
    links: {
      task_queue: `${url}/TaskQueues/${queueSid}`,
      workflow: `${url}/Workflows/${workflowSid}`,
      workspace: url,
      reservations: `${url}/Tasks/${sid}/Reservations`,
    },
    ...Object.fromEntries((task.nulls ?? []).map((name) => [name, null])),
  };
}
