import assert from 'node:assert/strict';
import { resourceKinds } from '../../../src/core/resources/resourceKind.ts';
import { apiPath, apiPathBelow, listQuery } from '../../../src/core/taskrouter/apiPath.ts';
import { asFailure } from '../../../src/core/taskrouter/failure.ts';
import {
  listKinds,
  type ResourceList,
  type TaskFilter,
} from '../../../src/core/taskrouter/resourceList.ts';
import { statisticsOwner } from '../../../src/core/taskrouter/statistics.ts';
import { everyList } from '../../support/everyList.ts';
import { everyResource } from '../../support/everyResource.ts';

const D = '0123456789abcdef0123456789abcdef';
const WS = `WS${D}`;
const WT = `WT${D}`;

/** Values that start like a SID with the prefix, but are not SIDs. */
const hostile = (prefix: string): readonly string[] => [
  `${prefix}${D}/../../Accounts`,
  `../${prefix}${D}`,
  `${prefix}${D}%2F..%2F..`,
  `${prefix}${D}\\..\\..`,
  `${prefix}${D}?PageSize=1`,
  `${prefix}${D}#`,
  `${prefix}${D}\n`,
  `\n${prefix}${D}`,
  ` ${prefix}${D}`,
  `${prefix}${D}@evil.example`,
  `${prefix}${D.slice(1)}`,
  `${prefix}${D}0`,
  `${prefix}${D.slice(1)}g`,
  `${prefix.toLowerCase()}${D}`,
  `ZZ${D}`,
  '..',
  '.',
  '',
];

const isRefused = (make: () => unknown, sid: string) => {
  assert.throws(make, (error) => asFailure(error)?.kind === 'malformedSid', JSON.stringify(sid));
};

describe('a path of the API', () => {
  it('is correct for every resource', () => {
    for (const [prefix, resource] of Object.entries(everyResource)) {
      assert.match(apiPath(resource), new RegExp(`^/v1/Workspaces/.*${prefix}[0-9a-f]{32}$`, 'i'));
    }
  });

  for (const [prefix, resource] of Object.entries(everyResource)) {
    it(`is never built from a hostile value for any SID of the path to ${prefix}`, () => {
      for (const [name, good] of Object.entries<string>({ ...resource })) {
        for (const sid of hostile(good.slice(0, 2))) {
          isRefused(() => apiPath({ ...resource, [name]: sid }), sid);
          isRefused(() => apiPathBelow({ ...resource, [name]: sid }, 'Tasks'), sid);
        }
      }
    });
  }

  it('is never built from a SID of the wrong kind', () => {
    const wrong: Parameters<typeof apiPath>[0][] = [
      { workspaceSid: WT },
      { workspaceSid: WS, taskSid: WS },
      { workspaceSid: WS, sid: WT },
      { workspaceSid: WS, sid: `WR${D}` },
      { workspaceSid: WS, sid: `AC${D}` },
      { workspaceSid: WS, taskSid: WT, sid: `WQ${D}` },
    ];
    for (const reference of wrong) isRefused(() => apiPath(reference), JSON.stringify(reference));
  });

  it('of a list or statistics is never built from a hostile value', () => {
    const lists = (workspaceSid: string, taskSid: string): ResourceList[] => [
      { kind: 'Tasks', workspaceSid, filter: {} },
      ...(['TaskQueues', 'Workflows', 'Workers', 'TaskChannels', 'Activities'] as const).map(
        (kind) => ({ kind, workspaceSid }),
      ),
      { kind: 'Reservations', workspaceSid, taskSid },
      { kind: 'Events', workspaceSid, taskSid, startDate: '2026-01-01T00:00:00Z' },
    ];
    for (const sid of hostile('WS')) {
      for (const list of lists(sid, WT)) isRefused(() => listQuery(list), sid);
      isRefused(
        () => apiPathBelow(statisticsOwner({ workspaceSid: sid }), 'RealTimeStatistics'),
        sid,
      );
    }
    for (const sid of hostile('WT')) {
      isRefused(() => listQuery({ kind: 'Reservations', workspaceSid: WS, taskSid: sid }), sid);
    }
    for (const sid of hostile('WK')) {
      isRefused(() => listQuery({ kind: 'Channels', workspaceSid: WS, workerSid: sid }), sid);
    }
    for (const taskQueueSid of hostile('WQ')) {
      const owner = statisticsOwner({ workspaceSid: WS, taskQueueSid });
      isRefused(() => apiPathBelow(owner, 'RealTimeStatistics'), taskQueueSid);
    }
  });

  it('is unchanged as part of a URL', () => {
    for (const resource of Object.values(everyResource)) {
      const path = apiPath(resource);
      assert.equal(new URL(`https://h.example/base${path}`).pathname, `/base${path}`);
    }
  });
});

const { workspaceSid, taskSid } = everyList.Events;
const base = `/v1/Workspaces/${workspaceSid}`;

describe('listQuery', () => {
  const lists: [list: ResourceList, query: string][] = [
    [everyList.TaskQueues, `${base}/TaskQueues?PageSize=100`],
    [everyList.Workflows, `${base}/Workflows?PageSize=100`],
    [{ kind: 'Workers', workspaceSid }, `${base}/Workers?PageSize=100`],
    [
      everyList.Workers,
      `${base}/Workers?TaskQueueSid=${everyList.Workers.taskQueueSid}&PageSize=100`,
    ],
    [everyList.Channels, `${base}/Workers/${everyList.Channels.workerSid}/Channels?PageSize=100`],
    [everyList.TaskChannels, `${base}/TaskChannels?PageSize=100`],
    [everyList.Activities, `${base}/Activities?PageSize=100`],
    [everyList.Reservations, `${base}/Tasks/${taskSid}/Reservations?PageSize=1000`],
    [
      everyList.Events,
      `${base}/Events?TaskSid=${taskSid}&StartDate=2020-11-01T00%3A00%3A00Z&PageSize=1000`,
    ],
  ];
  for (const [list, query] of lists) {
    it(`requests ${list.kind}`, () => {
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
    // A lone surrogate, which no URL can contain.
    [{ expression: '\ud83d' }, 'EvaluateTaskAttributes=%EF%BF%BD&'],
  ];
  for (const [filter, narrowing] of filters) {
    it(`requests Tasks by ${JSON.stringify(filter)}, newest first`, () => {
      const list = { kind: 'Tasks', workspaceSid, filter } as const;
      const query = `${base}/Tasks?${narrowing}Ordering=DateCreated%3Adesc&PageSize=50`;
      assert.equal(listQuery(list), query);
    });
  }

  it('requests waiting Tasks in the order in which TaskRouter assigns them', () => {
    const filter = { statuses: ['pending', 'reserved'], taskQueueSid } as const;
    const list = { kind: 'Tasks', workspaceSid, filter, order: 'queue', pageSize: 1000 } as const;
    assert.equal(
      listQuery(list),
      `${base}/Tasks?AssignmentStatus=pending%2Creserved&TaskQueueSid=${taskQueueSid}&Ordering=Priority%3Adesc%2CDateCreated%3Aasc&PageSize=1000`,
    );
  });

  it('requests the oldest Tasks first if asked for', () => {
    const list = { kind: 'Tasks', workspaceSid, filter: {}, order: 'oldest' } as const;
    assert.match(listQuery(list), /Ordering=DateCreated%3Aasc&/);
  });

  it('requests pages of another size', () => {
    const list = { kind: 'Workers', workspaceSid, pageSize: 7 } as const;
    assert.equal(listQuery(list), `${base}/Workers?PageSize=7`);
  });

  it('knows the field of the rows in an answer', () => {
    const keys = Object.values(listKinds).map(({ key }) => key);
    assert.deepEqual(keys.toSorted(), [
      ...['activities', 'channels', 'channels', 'events', 'reservations', 'task_queues', 'tasks'],
      ...['workers', 'workflows'],
    ]);
  });

  it('uses the collections and prefixes of single resources', () => {
    for (const [kind, { prefix }] of Object.entries(listKinds)) {
      assert.equal(resourceKinds[prefix].collection, kind);
    }
  });
});
