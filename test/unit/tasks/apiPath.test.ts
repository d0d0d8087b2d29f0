import assert from 'node:assert/strict';
import { failureOf } from '../../../src/core/failures/failureOf.ts';
import { listQuery } from '../../../src/core/lists/listQuery.ts';
import type { ResourceList } from '../../../src/core/lists/resourceList.ts';
import { statisticsOwner } from '../../../src/core/lists/statisticsPlace.ts';
import { apiPath, apiPathBelow } from '../../../src/core/tasks/apiPath.ts';
import { everyResource } from '../../support/everyResource.ts';

const D = '0123456789abcdef0123456789abcdef';
const WS = `WS${D}`;
const WT = `WT${D}`;

/** What stands for a SID of the prefix, but is none. */
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
  assert.throws(make, (error) => failureOf(error)?.kind === 'malformedSid', JSON.stringify(sid));
};

describe('a path of the API', () => {
  it('is that of every resource', () => {
    for (const [prefix, resource] of Object.entries(everyResource)) {
      assert.match(apiPath(resource), new RegExp(`^/v1/Workspaces/.*${prefix}[0-9a-f]{32}$`, 'i'));
    }
  });

  for (const [prefix, resource] of Object.entries(everyResource)) {
    it(`is made of no hostile value for any SID on the way to ${prefix}`, () => {
      for (const [name, good] of Object.entries<string>({ ...resource })) {
        for (const sid of hostile(good.slice(0, 2))) {
          isRefused(() => apiPath({ ...resource, [name]: sid }), sid);
          isRefused(() => apiPathBelow({ ...resource, [name]: sid }, 'Tasks'), sid);
        }
      }
    });
  }

  it('is made of no SID of another kind than its place has', () => {
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

  it('of a list or statistics is made of no hostile value', () => {
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
    for (const taskQueueSid of hostile('WQ')) {
      const owner = statisticsOwner({ workspaceSid: WS, taskQueueSid });
      isRefused(() => apiPathBelow(owner, 'RealTimeStatistics'), taskQueueSid);
    }
  });

  it('leads nowhere else once it is part of an address', () => {
    for (const resource of Object.values(everyResource)) {
      const path = apiPath(resource);
      assert.equal(new URL(`https://h.example/base${path}`).pathname, `/base${path}`);
    }
  });
});
