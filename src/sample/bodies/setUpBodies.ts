import type {
  SampleActivity,
  SampleChannel,
  SampleQueue,
  SampleWorkflow,
} from '../data/sampleWorkspace.ts';
import type { WorkerState, WorkspaceSnapshot } from '../replay/workspaceSnapshot.ts';
import { sidIn } from '../sampleSid.ts';
import { setUpDates, twilioDate } from './dates.ts';

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
export function workspaceBody(moment: WorkspaceSnapshot) {
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

/** An activity as the API answers it. */
export function activityBody(moment: WorkspaceSnapshot, activity: SampleActivity) {
  const sid = sidIn(moment.workspace, 'WA', activity.name);
  return {
    account_sid: moment.accountSid,
    available: activity.available,
    ...setUpDates(moment),
    friendly_name: activity.name,
    sid,
    url: `${moment.url}/Activities/${sid}`,
    workspace_sid: moment.workspaceSid,
    links: { workspace: moment.url },
  };
}

/** A task channel as the API answers it. */
export function channelBody(moment: WorkspaceSnapshot, channel: SampleChannel) {
  const sid = sidIn(moment.workspace, 'TC', channel.uniqueName);
  return {
    account_sid: moment.accountSid,
    ...setUpDates(moment),
    friendly_name: channel.name,
    sid,
    unique_name: channel.uniqueName,
    url: `${moment.url}/TaskChannels/${sid}`,
    workspace_sid: moment.workspaceSid,
    channel_optimized_routing: channel.uniqueName === 'chat',
    links: { workspace: moment.url },
  };
}

/** A TaskQueue as the API answers it. With multi-tasking, Workers keep their activity: none is named. */
export function queueBody(moment: WorkspaceSnapshot, queue: SampleQueue) {
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

/** A Workflow as the API answers it. */
export function workflowBody(moment: WorkspaceSnapshot, workflow: SampleWorkflow) {
  const sid = sidIn(moment.workspace, 'WW', workflow.name);
  const url = `${moment.url}/Workflows/${sid}`;
  return {
    account_sid: moment.accountSid,
    assignment_callback_url: 'https://acme.example.com/taskrouter/assignment',
    configuration: workflow.configuration,
    ...setUpDates(moment),
    document_content_type: 'application/json',
    fallback_assignment_callback_url: null,
    friendly_name: workflow.name,
    sid,
    task_reservation_timeout: workflow.reservationTimeout,
    url,
    links: {
      statistics: `${url}/Statistics`,
      real_time_statistics: `${url}/RealTimeStatistics`,
      cumulative_statistics: `${url}/CumulativeStatistics`,
    },
    workspace_sid: moment.workspaceSid,
  };
}

/** A Worker as the API answers it. */
export function workerBody(moment: WorkspaceSnapshot, { worker, activity, since }: WorkerState) {
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
