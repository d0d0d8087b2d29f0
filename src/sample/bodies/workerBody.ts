import type { WorkerState } from '../life/replayWorker.ts';
import type { WorkspaceMoment } from '../life/workspaceMoment.ts';
import { sidIn } from '../sidIn.ts';
import { setUpDates } from './setUpDates.ts';
import { twilioDate } from './twilioDate.ts';

/** A Worker as the API answers it. */
export function workerBody(moment: WorkspaceMoment, { worker, activity, since }: WorkerState) {
  const { workspace } = moment;
  const sid = sidIn(workspace, 'WK', worker.name);
  const activitySid = sidIn(workspace, 'WA', activity);
  const workers = `${moment.url}/Workers`;
  const url = `${workers}/${sid}`;
  return {
    account_sid: moment.accountSid,
    activity_name: activity,
    activity_sid: activitySid,
    attributes: worker.attributes,
    available: workspace.activities.some(({ name, available }) => name === activity && available),
    date_created: setUpDates(moment).date_created,
    date_status_changed: twilioDate(since),
    date_updated: twilioDate(since),
    friendly_name: worker.name,
    sid,
    url,
    workspace_sid: moment.workspaceSid,
    links: {
      channels: `${url}/Channels`,
      activity: `${moment.url}/Activities/${activitySid}`,
      workspace: moment.url,
      statistics: `${workers}/Statistics`,
      real_time_statistics: `${workers}/RealTimeStatistics`,
      cumulative_statistics: `${workers}/CumulativeStatistics`,
      worker_statistics: `${url}/Statistics`,
      worker_channels: `${url}/Channels`,
      reservations: `${url}/Reservations`,
    },
  };
}
