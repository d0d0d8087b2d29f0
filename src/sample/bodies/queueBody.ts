import type { SampleQueue } from '../data/sampleWorkspace.ts';
import type { WorkspaceMoment } from '../life/workspaceMoment.ts';
import { sidIn } from '../sidIn.ts';
import { setUpDates } from './setUpDates.ts';

/** A TaskQueue as the API answers it. With multi-tasking, Workers keep their activity: none is named. */
export function queueBody(moment: WorkspaceMoment, queue: SampleQueue) {
  const sid = sidIn(moment.workspace, 'WQ', queue.name);
  const queues = `${moment.url}/TaskQueues`;
  const url = `${queues}/${sid}`;
  return {
    account_sid: moment.accountSid,
    assignment_activity_name: null,
    assignment_activity_sid: null,
    ...setUpDates(moment),
    friendly_name: queue.name,
    max_reserved_workers: queue.maxReservedWorkers,
    links: {
      workspace: moment.url,
      statistics: `${url}/Statistics`,
      real_time_statistics: `${url}/RealTimeStatistics`,
      cumulative_statistics: `${url}/CumulativeStatistics`,
      list_statistics: `${queues}/Statistics`,
      bulk_real_time_statistics: `${queues}/RealTimeStatistics`,
    },
    reservation_activity_name: null,
    reservation_activity_sid: null,
    sid,
    target_workers: queue.targetWorkers,
    task_order: 'FIFO',
    url,
    workspace_sid: moment.workspaceSid,
  };
}
