import type { WorkspaceMoment } from '../life/workspaceMoment.ts';
import { sidIn } from '../sidIn.ts';
import { setUpDates } from './setUpDates.ts';

const collections = {
  activities: 'Activities',
  statistics: 'Statistics',
  real_time_statistics: 'RealTimeStatistics',
  cumulative_statistics: 'CumulativeStatistics',
  task_queues: 'TaskQueues',
  tasks: 'Tasks',
  workers: 'Workers',
  workflows: 'Workflows',
  task_channels: 'TaskChannels',
  events: 'Events',
};

/** A Workspace as the API answers it. */
export function workspaceBody(moment: WorkspaceMoment) {
  const { accountSid, url, workspace, workspaceSid } = moment;
  const [first] = workspace.activities;
  return {
    account_sid: accountSid,
    ...setUpDates(moment),
    default_activity_name: first?.name ?? null,
    default_activity_sid: first ? sidIn(workspace, 'WA', first.name) : null,
    event_callback_url: 'https://acme.example.com/taskrouter/events',
    events_filter: null,
    friendly_name: workspace.name,
    links: Object.fromEntries(
      Object.entries(collections).map(([name, path]) => [name, `${url}/${path}`]),
    ),
    multi_task_enabled: true,
    prioritize_queue_order: 'FIFO',
    sid: workspaceSid,
    timeout_activity_name: workspace.timeoutActivity,
    timeout_activity_sid: sidIn(workspace, 'WA', workspace.timeoutActivity),
    url,
  };
}
