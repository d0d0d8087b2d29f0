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

/** A Workspace in the API's format. */
export function workspaceBody(snapshot: WorkspaceSnapshot) {
  const { accountSid, url, workspace, workspaceSid } = snapshot;
  const [first] = workspace.activities;
  return {
    account_sid: accountSid,
    ...setUpDates(snapshot),
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

/** An Activity in the API's format. */
export function activityBody(snapshot: WorkspaceSnapshot, activity: SampleActivity) {
  const sid = sidIn(snapshot.workspace, 'WA', activity.name);
  return {
    account_sid: snapshot.accountSid,
    available: activity.available,
    ...setUpDates(snapshot),
    friendly_name: activity.name,
    sid,
    url: `${snapshot.url}/Activities/${sid}`,
    workspace_sid: snapshot.workspaceSid,
    links: { workspace: snapshot.url },
  };
}

/** A Task Channel in the API's format. */
export function channelBody(snapshot: WorkspaceSnapshot, channel: SampleChannel) {
  const sid = sidIn(snapshot.workspace, 'TC', channel.uniqueName);
  return {
    account_sid: snapshot.accountSid,
    ...setUpDates(snapshot),
    friendly_name: channel.name,
    sid,
    unique_name: channel.uniqueName,
    url: `${snapshot.url}/TaskChannels/${sid}`,
    workspace_sid: snapshot.workspaceSid,
    channel_optimized_routing: channel.uniqueName === 'chat',
    links: { workspace: snapshot.url },
  };
}

/**
 * A TaskQueue in the API's format. It sets no Activities, as multitasking does not change a
 * Worker's Activity.
 */
export function queueBody(snapshot: WorkspaceSnapshot, queue: SampleQueue) {
  const sid = sidIn(snapshot.workspace, 'WQ', queue.name);
  const queues = `${snapshot.url}/TaskQueues`;
  const url = `${queues}/${sid}`;
  return {
    account_sid: snapshot.accountSid,
    assignment_activity_name: null,
    assignment_activity_sid: null,
    ...setUpDates(snapshot),
    friendly_name: queue.name,
    max_reserved_workers: queue.maxReservedWorkers,
    links: {
      workspace: snapshot.url,
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
    workspace_sid: snapshot.workspaceSid,
  };
}

/** A Workflow in the API's format. */
export function workflowBody(snapshot: WorkspaceSnapshot, workflow: SampleWorkflow) {
  const sid = sidIn(snapshot.workspace, 'WW', workflow.name);
  const url = `${snapshot.url}/Workflows/${sid}`;
  return {
    account_sid: snapshot.accountSid,
    assignment_callback_url: 'https://acme.example.com/taskrouter/assignment',
    configuration: workflow.configuration,
    ...setUpDates(snapshot, workflow.changedAt),
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
    workspace_sid: snapshot.workspaceSid,
  };
}

/** A Worker in the API's format. */
export function workerBody(snapshot: WorkspaceSnapshot, { worker, activity, since }: WorkerState) {
  const { workspace } = snapshot;
  const sid = sidIn(workspace, 'WK', worker.name);
  const activitySid = sidIn(workspace, 'WA', activity);
  const workers = `${snapshot.url}/Workers`;
  const url = `${workers}/${sid}`;
  return {
    account_sid: snapshot.accountSid,
    activity_name: activity,
    activity_sid: activitySid,
    attributes: worker.attributes,
    available: workspace.activities.some(({ name, available }) => name === activity && available),
    date_created: setUpDates(snapshot).date_created,
    date_status_changed: twilioDate(since),
    date_updated: twilioDate(since),
    friendly_name: worker.name,
    sid,
    url,
    workspace_sid: snapshot.workspaceSid,
    links: {
      channels: `${url}/Channels`,
      activity: `${snapshot.url}/Activities/${activitySid}`,
      workspace: snapshot.url,
      statistics: `${workers}/Statistics`,
      real_time_statistics: `${workers}/RealTimeStatistics`,
      cumulative_statistics: `${workers}/CumulativeStatistics`,
      worker_statistics: `${url}/Statistics`,
      worker_channels: `${url}/Channels`,
      reservations: `${url}/Reservations`,
    },
  };
}
