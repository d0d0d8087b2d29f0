import assert from 'node:assert/strict';
import { TaskRouterFailure } from '../../../src/core/taskrouter/failure.ts';
import type { Workspace } from '../../../src/core/taskrouter/workspace.ts';
import { WorkspaceNameReader } from '../../../src/editor/details/workspaceNameReader.ts';
import { connectionsOf, numberedTask } from '../../support/connectionsOf.ts';

const task = numberedTask(1);

function readerOf(answer: () => string, known?: string) {
  const asked: object[] = [];
  const names: (readonly Workspace[])[] = [];
  const reader = new WorkspaceNameReader(task, {
    connections: connectionsOf({
      fetchResource: (resource) => {
        asked.push(resource);
        return Promise.resolve().then(() => ({ text: answer() }));
      },
    }),
    workspaceNames: {
      find: () => known,
      add: (_: string, workspaces: readonly Workspace[]) => {
        names.push(workspaces);
      },
    } as unknown as ConstructorParameters<typeof WorkspaceNameReader>[1]['workspaceNames'],
  });
  return { reader, asked, names };
}

describe('WorkspaceNameReader', () => {
  const { signal } = new AbortController();
  const { workspaceSid } = task;

  it('reads the name once', async () => {
    const text = JSON.stringify({ sid: workspaceSid, friendly_name: 'Acme' });
    const { reader, asked, names } = readerOf(() => text);
    assert.equal(await reader.read(signal), true);
    assert.equal(await reader.read(signal), false);
    assert.deepEqual(asked, [{ workspaceSid }]);
    assert.deepEqual(names, [[{ sid: workspaceSid, friendlyName: 'Acme' }]]);
  });

  it('asks for no name that is known', async () => {
    const { reader, asked } = readerOf(() => '{}', 'Acme');
    assert.equal(await reader.read(signal), false);
    assert.deepEqual(asked, []);
  });

  for (const [what, answer] of [
    [
      'a failure',
      () => {
        throw new TaskRouterFailure({ kind: 'browser' });
      },
    ],
    ['an answer without a SID', () => '{}'],
    ['an answer that is no JSON', () => '<html>'],
  ] as const) {
    it(`does without a name after ${what}`, async () => {
      const { reader, names } = readerOf(answer);
      assert.equal(await reader.read(signal), false);
      assert.deepEqual(names, []);
    });
  }
});
