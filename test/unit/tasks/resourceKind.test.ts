import assert from 'node:assert/strict';
import { formatMessage, plainEnglish } from '../../../src/core/messages/formatMessage.ts';
import { describeResource } from '../../../src/core/tasks/describeResource.ts';
import { isTask } from '../../../src/core/tasks/profiledTask.ts';
import {
  isOpenablePrefix,
  resourceKind,
  resourceKinds,
} from '../../../src/core/tasks/resourceKind.ts';
import { parseResourcePath, resourcePath } from '../../../src/core/tasks/resourcePath.ts';
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
];

describe('what has a document', () => {
  it('is called as Twilio calls it, and stands where the API has it', () => {
    const known = Object.entries(resourceKinds);
    assert.deepEqual(
      known.map(([prefix, { name, collection }]) => [prefix, name, collection]),
      kinds,
    );
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
