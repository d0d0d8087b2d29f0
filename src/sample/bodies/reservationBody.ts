import type { ReservationState, TaskState } from '../life/taskState.ts';
import type { WorkspaceMoment } from '../life/workspaceMoment.ts';
import { sidIn } from '../sidIn.ts';
import { twilioDate } from './twilioDate.ts';

/** A reservation of a Task as the API answers it. */
export function reservationBody(
  moment: WorkspaceMoment,
  { task }: TaskState,
  reservation: ReservationState,
) {
  const { url, workspace } = moment;
  const sid = sidIn(workspace, 'WR', `${task.key}/${reservation.index}`);
  const workerSid = sidIn(workspace, 'WK', reservation.worker);
  const taskSid = sidIn(workspace, 'WT', task.key);
  const taskUrl = `${url}/Tasks/${taskSid}`;
  return {
    account_sid: moment.accountSid,
    date_created: twilioDate(reservation.createdAt),
    date_updated: twilioDate(reservation.updatedAt),
    links: { task: taskUrl, worker: `${url}/Workers/${workerSid}`, workspace: url },
    reservation_status: reservation.status,
    sid,
    task_sid: taskSid,
    url: `${taskUrl}/Reservations/${sid}`,
    worker_name: reservation.worker,
    worker_sid: workerSid,
    workspace_sid: moment.workspaceSid,
  };
}
