import { productSids } from './productSids.ts';

export const taskRouterSids = productSids(
  {
    name: 'TaskRouter',
    host: 'taskrouter',
    root: '/v1/Workspaces/',
    docs: 'taskrouter/api',
  },
  [
    ['WS', 'Workspace', 'workspace', '{Sid}'],
    ['WT', 'Task', 'task', '{WorkspaceSid}/Tasks/{Sid}'],
    ['WQ', 'Task Queue', 'task-queue', '{WorkspaceSid}/TaskQueues/{Sid}'],
    ['WW', 'Workflow', 'workflow', '{WorkspaceSid}/Workflows/{Sid}'],
    ['WK', 'Worker', 'worker', '{WorkspaceSid}/Workers/{Sid}'],
    ['WA', 'Activity', 'activity', '{WorkspaceSid}/Activities/{Sid}'],
    ['WR', 'Reservation', 'reservations', '{WorkspaceSid}/Tasks/{TaskSid}/Reservations/{Sid}'],
    ['TC', 'Task Channel', 'task-channel', '{WorkspaceSid}/TaskChannels/{Sid}'],
    ['WC', 'Worker Channel', 'worker-channel', '{WorkspaceSid}/Workers/{WorkerSid}/Channels/{Sid}'],
    ['EV', 'Event', 'event', '{WorkspaceSid}/Events/{Sid}'],
    // Only examples of the OpenAPI document know these two; no schema has them.
    ['OU', 'Operating Unit', 'workspace'],
    ['WP', 'Attention Profile', 'workspace'],
  ],
);
