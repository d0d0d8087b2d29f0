import assert from 'node:assert/strict';
import { listKinds } from '../../../src/core/lists/listKinds.ts';
import { listQuery } from '../../../src/core/lists/listQuery.ts';
import type { ResourceList } from '../../../src/core/lists/resourceList.ts';
import type { TaskFilter } from '../../../src/core/lists/taskFilter.ts';
import { resourceKinds } from '../../../src/core/resources/resourceKind.ts';
import { everyList } from '../../support/everyList.ts';

const { workspaceSid, taskSid } = everyList.Events;
const base = `/v1/Workspaces/${workspaceSid}`;

describe('listQuery', () => {
  const lists: [list: ResourceList, query: string][] = [
    [everyList.TaskQueues, `${base}/TaskQueues?PageSize=100`],
    [everyList.Workflows, `${base}/Workflows?PageSize=100`],
    [everyList.Workers, `${base}/Workers?PageSize=100`],
    [everyList.TaskChannels, `${base}/TaskChannels?PageSize=100`],
    [everyList.Activities, `${base}/Activities?PageSize=100`],
    [everyList.Reservations, `${base}/Tasks/${taskSid}/Reservations?PageSize=1000`],
    [
      everyList.Events,
      `${base}/Events?TaskSid=${taskSid}&StartDate=2020-11-01T00%3A00%3A00Z&PageSize=1000`,
    ],
  ];
  for (const [list, query] of lists) {
    it(`asks for ${list.kind}`, () => {
      assert.equal(listQuery(list), query);
    });
  }

  const { taskQueueSid, workflowSid } = everyList.Tasks.filter;
  const filters: [filter: TaskFilter, narrowing: string][] = [
    [{}, ''],
    [{ statuses: ['pending'] }, 'AssignmentStatus=pending&'],
    [{ statuses: ['pending', 'reserved'] }, 'AssignmentStatus=pending%2Creserved&'],
    [{ priority: 0 }, 'Priority=0&'],
    [
      { workflowSid, taskQueueSid, priority: -7 },
      `TaskQueueSid=${taskQueueSid}&WorkflowSid=${workflowSid}&Priority=-7&`,
    ],
    [
      { expression: 'from==\'+1 500\' AND a HAS "ü&?#%"' },
      'EvaluateTaskAttributes=from%3D%3D%27%2B1%20500%27%20AND%20a%20HAS%20%22%C3%BC%26%3F%23%25%22&',
    ],
    // Half of a character, which no URL can hold.
    [{ expression: '\ud83d' }, 'EvaluateTaskAttributes=%EF%BF%BD&'],
  ];
  for (const [filter, narrowing] of filters) {
    it(`asks for Tasks by ${JSON.stringify(filter)}, newest first`, () => {
      const list = { kind: 'Tasks', workspaceSid, filter } as const;
      const query = `${base}/Tasks?${narrowing}Ordering=DateCreated%3Adesc&PageSize=50`;
      assert.equal(listQuery(list), query);
    });
  }

  it('asks for pages of another size', () => {
    assert.equal(listQuery(everyList.Workers, 7), `${base}/Workers?PageSize=7`);
  });

  it('finds the rows of an answer under the name that the API gives them', () => {
    const keys = Object.values(listKinds).map(({ key }) => key);
    assert.deepEqual(keys.toSorted(), [
      ...['activities', 'channels', 'events', 'reservations', 'task_queues', 'tasks'],
      ...['workers', 'workflows'],
    ]);
  });

  it('calls lists and SIDs as the reads of single resources do', () => {
    for (const [kind, { prefix }] of Object.entries(listKinds)) {
      assert.equal(resourceKinds[prefix].collection, kind);
    }
  });
});
