import assert from 'node:assert/strict';
import { formatMessage, plainEnglish } from '../../../src/core/messages/message.ts';
import {
  isOpenablePrefix,
  isTaskRouterPrefix,
  prefixesInPath,
  resourceKind,
  resourceKinds,
} from '../../../src/core/resources/resourceKind.ts';
import {
  isTask,
  parseResourcePath,
  prefixesInWorkspace,
  resourcePath,
} from '../../../src/core/resources/resourceReference.ts';
import { describeResource } from '../../../src/core/taskrouter/resourceLabel.ts';
import { everyResource } from '../../support/everyResource.ts';

const kinds: readonly (readonly [prefix: string, name: string, collection: string])[] = [
  ['WS', 'Workspace', 'Workspaces'],
  ['WT', 'Task', 'Tasks'],
  ['WR', 'Reservation', 'Reservations'],
  ['WQ', 'TaskQueue', 'TaskQueues'],
  ['WW', 'Workflow', 'Workflows'],
  ['WK', 'Worker', 'Workers'],
  ['WA', 'Activity', 'Activities'],
  ['TC', 'Task Channel', 'TaskChannels'],
  ['EV', 'Event', 'Events'],
  ['WC', 'Worker Channel', 'Channels'],
];

describe('resource kinds', () => {
  it('have Twilio’s names and the API’s paths', () => {
    const known = Object.entries(resourceKinds);
    assert.deepEqual(
      known.map(([prefix, { name, collection }]) => [prefix, name, collection]),
      kinds,
    );
  });

  it('have all of TaskRouter’s prefixes and no others', () => {
    for (const [prefix] of kinds) assert.ok(isTaskRouterPrefix(prefix), prefix);
    for (const prefix of ['AC', 'wt', '', 'constructor']) assert.ok(!isTaskRouterPrefix(prefix));
  });

  it('have the SIDs of their path in order, those of Reservations below a Task or a Worker', () => {
    assert.deepEqual(prefixesInPath('WS'), [['WS']]);
    assert.deepEqual(prefixesInPath('WQ'), [['WS'], ['WQ']]);
    assert.deepEqual(prefixesInPath('WR'), [['WS'], ['WT', 'WK'], ['WR']]);
    assert.deepEqual(prefixesInPath('WC'), [['WS'], ['WK'], ['WC']]);
  });
});

describe('resources with a document', () => {
  it('are all kinds except Worker Channels', () => {
    const openable = kinds.map(([prefix]) => prefix).filter(isOpenablePrefix);
    assert.deepEqual(openable.toSorted(), Object.keys(everyResource).toSorted());
    assert.ok(!isOpenablePrefix('WC'));
  });

  it('are identified by their SID and that of their Workspace, or also that of a Task', () => {
    const inWorkspace = Object.entries(everyResource)
      .filter(([, { taskSid, sid }]) => taskSid === undefined && sid !== undefined)
      .map(([prefix]) => prefix);
    assert.deepEqual(prefixesInWorkspace.toSorted(), inWorkspace.toSorted());
  });

  it('are identified by their own SID if their collection is below the Workspace', () => {
    const below = Object.entries(resourceKinds)
      .filter(([prefix, { parents }]) => prefix !== 'WT' && parents?.[0] === 'WS')
      .map(([prefix]) => prefix);
    assert.deepEqual(prefixesInWorkspace.toSorted(), below.toSorted());
  });

  it('embed JSON in strings if they are Tasks, Workflows or Workers', () => {
    const embedding = Object.entries(resourceKinds).filter(([, { embedsJson }]) => embedsJson);
    assert.deepEqual(
      embedding.map(([prefix]) => prefix),
      ['WT', 'WW', 'WK'],
    );
  });

  for (const [prefix, resource] of Object.entries(everyResource)) {
    it(`have a path that parses to the same SIDs: ${prefix}`, () => {
      assert.equal(resourceKind(resource).prefix, prefix);
      assert.equal(isTask({ profileId: 'env', ...resource }), prefix === 'WT');
      assert.deepEqual(parseResourcePath(resourcePath(resource)), resource);
      assert.ok(isOpenablePrefix(prefix));
    });
  }

  it('have no other paths', () => {
    for (const prefix of ['CA', '', 'constructor', 'ws']) assert.ok(!isOpenablePrefix(prefix));
  });

  it('are described by their kind and the end of their SID', () => {
    const said = describeResource('WQ0123456789abcdef0123456789abcdef');
    assert.equal(formatMessage(said, plainEnglish), 'TaskQueue WQ…89abcdef');
  });
});
