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
  ['WQ', 'Task Queue', 'TaskQueues'],
  ['WW', 'Workflow', 'Workflows'],
  ['WK', 'Worker', 'Workers'],
  ['WA', 'Activity', 'Activities'],
  ['TC', 'Task Channel', 'TaskChannels'],
  ['EV', 'Event', 'Events'],
  ['WC', 'Worker Channel', 'Channels'],
];

describe('what TaskRouter has', () => {
  it('is called as Twilio calls it, and stands where the API has it', () => {
    const known = Object.entries(resourceKinds);
    assert.deepEqual(
      known.map(([prefix, { name, collection }]) => [prefix, name, collection]),
      kinds,
    );
  });

  it('is known by all its prefixes, and by no others', () => {
    for (const [prefix] of kinds) assert.ok(isTaskRouterPrefix(prefix), prefix);
    for (const prefix of ['AC', 'wt', '', 'constructor']) assert.ok(!isTaskRouterPrefix(prefix));
  });

  it('is led to by SIDs in the order of the path, of a Task or a Worker a reservation', () => {
    assert.deepEqual(prefixesInPath('WS'), [['WS']]);
    assert.deepEqual(prefixesInPath('WQ'), [['WS'], ['WQ']]);
    assert.deepEqual(prefixesInPath('WR'), [['WS'], ['WT', 'WK'], ['WR']]);
    assert.deepEqual(prefixesInPath('WC'), [['WS'], ['WK'], ['WC']]);
  });
});

describe('what has a document', () => {
  it('is all but Worker Channels', () => {
    const openable = kinds.map(([prefix]) => prefix).filter(isOpenablePrefix);
    assert.deepEqual(openable.toSorted(), Object.keys(everyResource).toSorted());
    assert.ok(!isOpenablePrefix('WC'));
  });

  it('is led to by the SID of its Workspace and its own, or by that of a Task', () => {
    const inWorkspace = Object.entries(everyResource)
      .filter(([, { taskSid, sid }]) => taskSid === undefined && sid !== undefined)
      .map(([prefix]) => prefix);
    assert.deepEqual(prefixesInWorkspace.toSorted(), inWorkspace.toSorted());
  });

  it('is led to by its own SID where its collection is below the Workspace', () => {
    const below = Object.entries(resourceKinds)
      .filter(([prefix, { parents }]) => prefix !== 'WT' && parents?.[0] === 'WS')
      .map(([prefix]) => prefix);
    assert.deepEqual(prefixesInWorkspace.toSorted(), below.toSorted());
  });

  it('holds JSON in a string where it is a Task, a Workflow or a Worker', () => {
    const embedding = Object.entries(resourceKinds).filter(([, { embedsJson }]) => embedsJson);
    assert.deepEqual(
      embedding.map(([prefix]) => prefix),
      ['WT', 'WW', 'WK'],
    );
  });

  for (const [prefix, resource] of Object.entries(everyResource)) {
    it(`is told by its SIDs, and leads to them and back: ${prefix}`, () => {
      assert.equal(resourceKind(resource).prefix, prefix);
      assert.equal(isTask({ profileId: 'env', ...resource }), prefix === 'WT');
      assert.deepEqual(parseResourcePath(resourcePath(resource)), resource);
      assert.ok(isOpenablePrefix(prefix));
    });
  }

  it('is nothing else', () => {
    for (const prefix of ['CA', '', 'constructor', 'ws']) assert.ok(!isOpenablePrefix(prefix));
  });

  it('is described by its kind and the end of its SID', () => {
    const said = describeResource('WQ0123456789abcdef0123456789abcdef');
    assert.equal(formatMessage(said, plainEnglish), 'Task Queue WQ…89abcdef');
  });
});
