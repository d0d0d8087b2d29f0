import type { ResourcePrefix } from '../tasks/resourceKind.ts';
import type { ResourceList } from './resourceList.ts';

interface ListKind {
  /** Of the SIDs in it. */
  readonly prefix: ResourcePrefix;
  /** What an answer has its rows under. */
  readonly key: string;
  /** How many rows are asked for at once; the API allows 1 to 1000. */
  readonly pageSize: number;
}

/** How the API has each list. */
export const listKinds: Readonly<Record<ResourceList['kind'], ListKind>> = {
  // A Workspace can have very many, of which the newest matter most.
  Tasks: { prefix: 'WT', key: 'tasks', pageSize: 50 },
  TaskQueues: { prefix: 'WQ', key: 'task_queues', pageSize: 100 },
  Workflows: { prefix: 'WW', key: 'workflows', pageSize: 100 },
  Workers: { prefix: 'WK', key: 'workers', pageSize: 100 },
  TaskChannels: { prefix: 'TC', key: 'channels', pageSize: 100 },
  Activities: { prefix: 'WA', key: 'activities', pageSize: 100 },
  // What happened to a Task is told as a whole.
  Reservations: { prefix: 'WR', key: 'reservations', pageSize: 1000 },
  Events: { prefix: 'EV', key: 'events', pageSize: 1000 },
};
