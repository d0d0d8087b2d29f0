import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  buildTaskAddress,
  parseTaskAddress,
  type DocumentAddress,
} from '../../../src/core/documents/taskAddress.ts';

const digits = fc.string({
  unit: fc.constantFrom(...Array.from('0123456789abcdefABCDEF')),
  minLength: 32,
  maxLength: 32,
});
const profileIds = fc.stringMatching(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const task = {
  profileId: 'env',
  workspaceSid: 'WSfedcba9876543210fedcba9876543210',
  taskSid: 'WT0123456789abcdef0123456789abcdef',
};

describe('the address of a Task', () => {
  it('is the same for every fetch', () => {
    const { scheme, authority, path } = buildTaskAddress(task);
    assert.equal(
      `${scheme}://${authority}${path}`,
      'taskrouter://env/WSfedcba9876543210fedcba9876543210/WT0123456789abcdef0123456789abcdef.json',
    );
  });

  it('is read back as the Task that it was built from', () => {
    fc.assert(
      fc.property(profileIds, digits, digits, (profileId, workspace, number) => {
        const built = { profileId, workspaceSid: `WS${workspace}`, taskSid: `WT${number}` };
        assert.deepEqual(parseTaskAddress(buildTaskAddress(built)), built);
      }),
    );
  });

  const changes: Partial<DocumentAddress>[] = [
    { scheme: 'file' },
    { authority: '' },
    { authority: 'Env' },
    { authority: 'env@host' },
    { path: '/' },
    { path: `/${task.workspaceSid}` },
    { path: `/${task.workspaceSid}/${task.taskSid}` },
    { path: `/${task.workspaceSid}/${task.taskSid}.json/` },
    { path: `//${task.workspaceSid}/${task.taskSid}.json` },
    { path: `/${task.workspaceSid}/x/${task.taskSid}.json` },
    { path: `/${task.taskSid}/${task.workspaceSid}.json` },
    { path: `/${task.workspaceSid}/../${task.taskSid}.json` },
    { path: '/.vscode/settings.json' },
    { query: 'fetch=x' },
    { fragment: 'L1' },
  ];
  for (const change of changes) {
    it(`is not one with ${JSON.stringify(change)}`, () => {
      assert.equal(parseTaskAddress({ ...buildTaskAddress(task), ...change }), undefined);
    });
  }
});
