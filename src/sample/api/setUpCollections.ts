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

/** What somebody set up: activities, channels, queues, Workflows, Workers; by name in the URL. */
export const setUpCollections = {
  Activities: {
    prefix: 'WA',
    key: 'activities',
    rows: (moment) =>
      moment.workspace.activities.map((activity, index) =>
        bodyRow(activityBody(moment, activity), index),
      ),
    select: (query) => ({
      keep: equalFilters(query, { FriendlyName: 'friendly_name', Available: 'available' }),
    }),
  },
  TaskChannels: {
    prefix: 'TC',
    key: 'channels',
    rows: (moment) =>
      moment.workspace.channels.map((channel, index) =>
        bodyRow(channelBody(moment, channel), index),
      ),
    select: () => ({ keep: () => true }),
  },
  TaskQueues: {
    prefix: 'WQ',
    key: 'task_queues',
    rows: (moment) =>
      moment.workspace.queues.map((queue, index) => bodyRow(queueBody(moment, queue), index)),
    select: selectQueues,
  },
  Workflows: {
    prefix: 'WW',
    key: 'workflows',
    rows: (moment) =>
      moment.workspace.workflows.map((workflow, index) =>
        bodyRow(workflowBody(moment, workflow), index),
      ),
    select: (query) => ({ keep: equalFilters(query, { FriendlyName: 'friendly_name' }) }),
  },
  Workers: {
    prefix: 'WK',
    key: 'workers',
    rows: (moment) =>
      moment.workers.map((worker, index) => bodyRow(workerBody(moment, worker), index)),
    select: selectWorkers,
  },
} satisfies Record<string, Collection>;

function selectQueues(query: URLSearchParams, moment: WorkspaceSnapshot): Selection {
  const equal = equalFilters(query, { FriendlyName: 'friendly_name' });
  const workerSid = query.get('WorkerSid');
  return {
    keep: (row) =>
      equal(row) &&
      (workerSid === null ||
        workerSids(moment, String(row.fields['target_workers'])).includes(workerSid)),
  };
}

function selectWorkers(query: URLSearchParams, moment: WorkspaceSnapshot): Selection | Invalid {
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
  const queue = moment.workspace.queues.find(
    ({ name }) => sidIn(moment.workspace, 'WQ', name) === queueSid,
  );
  const ofQueue = queueSid === null ? '1==1' : (queue?.targetWorkers ?? '1==0');
  const fitting = workerSids(moment, expression);
  const eligible = workerSids(moment, ofQueue);
  return {
    keep: (row) => equal(row) && fitting.includes(row.sid) && eligible.includes(row.sid),
  };
}

function workerSids(moment: WorkspaceSnapshot, expression: string): readonly string[] {
  return eligibleWorkers(moment, expression).map(({ worker }) =>
    sidIn(moment.workspace, 'WK', worker.name),
  );
}
