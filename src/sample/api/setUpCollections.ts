import {
  activityBody,
  channelBody,
  queueBody,
  workerBody,
  workflowBody,
} from '../bodies/setUpBodies.ts';
import type { WorkspaceSnapshot } from '../replay/workspaceSnapshot.ts';
import { sidIn } from '../sampleSid.ts';
import {
  bodyRow,
  equalFilters,
  type Collection,
  type Invalid,
  type Selection,
} from './collection.ts';
import { eligibleWorkers, readFittingExpression } from './expression.ts';

/**
 * What is configured in a Workspace: Activities, Task Channels, TaskQueues, Workflows and Workers.
 * The keys are their names in URLs.
 */
export const setUpCollections = {
  Activities: {
    prefix: 'WA',
    key: 'activities',
    rows: (snapshot) =>
      snapshot.workspace.activities.map((activity, index) =>
        bodyRow(activityBody(snapshot, activity), index),
      ),
    select: (query) => ({
      keep: equalFilters(query, { FriendlyName: 'friendly_name', Available: 'available' }),
    }),
  },
  TaskChannels: {
    prefix: 'TC',
    key: 'channels',
    rows: (snapshot) =>
      snapshot.workspace.channels.map((channel, index) =>
        bodyRow(channelBody(snapshot, channel), index),
      ),
    select: () => ({ keep: () => true }),
  },
  TaskQueues: {
    prefix: 'WQ',
    key: 'task_queues',
    rows: (snapshot) =>
      snapshot.workspace.queues.map((queue, index) => bodyRow(queueBody(snapshot, queue), index)),
    select: selectQueues,
  },
  Workflows: {
    prefix: 'WW',
    key: 'workflows',
    rows: (snapshot) =>
      snapshot.workspace.workflows.map((workflow, index) =>
        bodyRow(workflowBody(snapshot, workflow), index),
      ),
    select: (query) => ({ keep: equalFilters(query, { FriendlyName: 'friendly_name' }) }),
  },
  Workers: {
    prefix: 'WK',
    key: 'workers',
    rows: (snapshot) =>
      snapshot.workers.map((worker, index) => bodyRow(workerBody(snapshot, worker), index)),
    select: selectWorkers,
  },
} satisfies Record<string, Collection>;

function selectQueues(query: URLSearchParams, snapshot: WorkspaceSnapshot): Selection {
  const equal = equalFilters(query, { FriendlyName: 'friendly_name' });
  const workerSid = query.get('WorkerSid');
  return {
    keep: (row) =>
      equal(row) &&
      (workerSid === null ||
        workerSids(snapshot, String(row.fields['target_workers'])).includes(workerSid)),
  };
}

function selectWorkers(query: URLSearchParams, snapshot: WorkspaceSnapshot): Selection | Invalid {
  const equal = equalFilters(query, {
    ActivityName: 'activity_name',
    ActivitySid: 'activity_sid',
    Available: 'available',
    FriendlyName: 'friendly_name',
  });
  const expression = query.get('TargetWorkersExpression') ?? '1==1';
  if (!readFittingExpression(expression, 'worker')) {
    return { invalid: 'TargetWorkersExpression' };
  }
  const queueSid = query.get('TaskQueueSid');
  const queue = snapshot.workspace.queues.find(
    ({ name }) => sidIn(snapshot.workspace, 'WQ', name) === queueSid,
  );
  const queueExpression = queueSid === null ? '1==1' : (queue?.targetWorkers ?? '1==0');
  const matching = workerSids(snapshot, expression);
  const eligible = workerSids(snapshot, queueExpression);
  return {
    keep: (row) => equal(row) && matching.includes(row.sid) && eligible.includes(row.sid),
  };
}

function workerSids(snapshot: WorkspaceSnapshot, expression: string): readonly string[] {
  return eligibleWorkers(snapshot, expression).map(({ worker }) =>
    sidIn(snapshot.workspace, 'WK', worker.name),
  );
}
