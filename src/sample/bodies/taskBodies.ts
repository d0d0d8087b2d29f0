import type { ReservationState, TaskState } from '../replay/taskReplay.ts';
import type { WorkspaceSnapshot } from '../replay/workspaceSnapshot.ts';
import { sidIn } from '../sampleSid.ts';
import { twilioDate } from './dates.ts';

/** A Task in the API's format. Its attributes stay text, so that no number in them is parsed. */
export function taskBody(snapshot: WorkspaceSnapshot, state: TaskState) {
  const { url, workspace } = snapshot;
  const { task } = state;
  const sid = sidIn(workspace, 'WT', task.key);
  const queueSid = state.queue === '' ? null : sidIn(workspace, 'WQ', state.queue);
  const workflowSid = sidIn(workspace, 'WW', task.workflow);
  return {
    account_sid: snapshot.accountSid,
    age: Math.floor((snapshot.now - state.createdAt) / 1000),
    assignment_status: state.status,
    attributes: task.attributes,
    addons: task.addons ?? '{}',
    date_created: twilioDate(state.createdAt),
    date_updated: twilioDate(state.updatedAt),
    task_queue_entered_date: twilioDate(state.queueEnteredAt),
    virtual_start_time: twilioDate(state.createdAt),
    priority: state.priority,
    reason: state.reason,
    sid,
    task_queue_sid: queueSid,
    task_queue_friendly_name: state.queue === '' ? null : state.queue,
    task_channel_sid: sidIn(workspace, 'TC', task.channel),
    task_channel_unique_name: task.channel,
    timeout: task.timeout,
    url: `${url}/Tasks/${sid}`,
    workflow_sid: workflowSid,
    workflow_friendly_name: task.workflow,
    workspace_sid: snapshot.workspaceSid,
    ignore_capacity: false,
    routing_target: null,
    links: {
      task_queue: queueSid === null ? null : `${url}/TaskQueues/${queueSid}`,
      workflow: `${url}/Workflows/${workflowSid}`,
      workspace: url,
      reservations: `${url}/Tasks/${sid}/Reservations`,
    },
    ...Object.fromEntries((task.nulls ?? []).map((name) => [name, null])),
  };
}

/** A Reservation in the API's format. */
export function reservationBody(
  snapshot: WorkspaceSnapshot,
  { task }: TaskState,
  reservation: ReservationState,
) {
  const { url, workspace } = snapshot;
  const sid = sidIn(workspace, 'WR', `${task.key}/${reservation.index}`);
  const workerSid = sidIn(workspace, 'WK', reservation.worker);
  const taskSid = sidIn(workspace, 'WT', task.key);
  const taskUrl = `${url}/Tasks/${taskSid}`;
  return {
    account_sid: snapshot.accountSid,
    date_created: twilioDate(reservation.createdAt),
    date_updated: twilioDate(reservation.updatedAt),
    links: { task: taskUrl, worker: `${url}/Workers/${workerSid}`, workspace: url },
    reservation_status: reservation.status,
    sid,
    task_sid: taskSid,
    url: `${taskUrl}/Reservations/${sid}`,
    worker_name: reservation.worker,
    worker_sid: workerSid,
    workspace_sid: snapshot.workspaceSid,
  };
}
