import { taskStatuses } from '../../src/core/resources/taskStatus.ts';
import type { ResourceList } from '../../src/core/taskrouter/resourceList.ts';
import { everyResource } from './everyResource.ts';

const { workspaceSid, taskSid = '' } = everyResource.WT;
const { sid: taskQueueSid = '' } = everyResource.WQ;
const { sid: workflowSid = '' } = everyResource.WW;
const { sid: workerSid = '' } = everyResource.WK;

/** A list of each kind, with all its filters. */
export const everyList = {
  Tasks: {
    kind: 'Tasks',
    workspaceSid,
    filter: {
      statuses: taskStatuses,
      taskQueueSid,
      workflowSid,
      priority: -7,
      expression: 'from==\'+1 500\' AND a HAS "ü&?#%"',
    },
  },
  TaskQueues: { kind: 'TaskQueues', workspaceSid },
  Workflows: { kind: 'Workflows', workspaceSid },
  Workers: { kind: 'Workers', workspaceSid, taskQueueSid },
  TaskChannels: { kind: 'TaskChannels', workspaceSid },
  Activities: { kind: 'Activities', workspaceSid },
  Channels: { kind: 'Channels', workspaceSid, workerSid },
  Reservations: { kind: 'Reservations', workspaceSid, taskSid },
  Events: { kind: 'Events', workspaceSid, taskSid, startDate: '2020-11-01T00:00:00Z' },
} satisfies Readonly<Record<ResourceList['kind'], ResourceList>>;
