import assert from 'node:assert/strict';
import type { Failure } from '../../../../src/core/taskrouter/failure.ts';
import type { Workspace } from '../../../../src/core/taskrouter/workspace.ts';
import { searchExpression } from '../../../../src/core/tasks/search/searchExpression.ts';
import { searchTasks } from '../../../../src/core/tasks/search/taskSearch.ts';
import { SampleTaskSource } from '../../../../src/sample/sampleTaskSource.ts';
import { SimulatedTaskRouter } from '../../../../src/sample/simulatedTaskRouter.ts';
import { createProfileTree } from '../../../support/tree/treeWorld.ts';
import { settlePromises } from '../../../support/waiting.ts';

const server: Failure = { kind: 'server', host: 'localhost', status: 500 };
const denied: Failure = { kind: 'forbidden', host: 'localhost' };
const workspaces: readonly Workspace[] = ['one', 'two', 'three'].map((friendlyName, index) => ({
  sid: `WS${String(index).repeat(32)}`,
  friendlyName,
}));
const taskSid = `WT${'0'.repeat(32)}`;
const found = { rows: [{ sid: taskSid, text: '{"a": 1}' }] };
const never = () => new AbortController().signal;

/** A search in three Workspaces with different answers. */
function search(...answers: readonly (typeof found | { rows: []; next?: string } | Failure)[]) {
  const world = createProfileTree({
    workspaces: () => [workspaces.slice(0, 2), workspaces.slice(1)],
    list: (list) => {
      assert.deepEqual('filter' in list && list.filter, { expression: "a == 'b'" });
      return answers[workspaces.findIndex(({ sid }) => sid === list.workspaceSid)] ?? server;
    },
  });
  const learned: Workspace[] = [];
  const onWorkspaces = (page: readonly Workspace[]) => void learned.push(...page);
  return {
    ...world,
    learned,
    result: searchTasks(world.source, "a == 'b'", onWorkspaces, never()),
  };
}

describe('searchTasks', () => {
  it('searches each Workspace once, even if it is on two pages', async () => {
    const { result, requests, learned } = search({ rows: [] }, found, found);
    assert.deepEqual(await result, {
      found: workspaces.slice(1).map((workspace) => ({ workspace, taskSid, text: '{"a": 1}' })),
      ...{ more: [], failures: [], workspaces },
    });
    assert.deepEqual(requests, ['Workspaces', 'Tasks', 'Tasks', 'Tasks']);
    assert.equal(learned.length, 4);
  });

  it('returns the Workspaces with more than one page', async () => {
    const { result } = search({ rows: [] }, { ...found, next: 'x' }, found);
    assert.deepEqual((await result).more, [workspaces[1]]);
  });

  it('returns the Workspaces that failed, and the results of the others', async () => {
    const { result } = search(server, found, denied);
    const { failures, found: tasks, more } = await result;
    assert.equal(tasks.length, 1);
    assert.deepEqual(more, []);
    assert.deepEqual(failures, [
      { workspace: workspaces[0], failure: server },
      { workspace: workspaces[2], failure: denied },
    ]);
  });

  it('fails if no Workspace can be searched or listed', async () => {
    await assert.rejects(search(denied, server, server).result, { failure: denied });
    const { source } = createProfileTree({ workspaces: () => server });
    await assert.rejects(
      searchTasks(source, 'a == 1', () => undefined, never()),
      { failure: server },
    );
  });

  it('finds nothing without a Workspace', async () => {
    const { source } = createProfileTree({ workspaces: () => [] });
    const result = await searchTasks(source, 'a == 1', () => undefined, never());
    assert.deepEqual(result, { found: [], more: [], failures: [], workspaces: [] });
  });

  it('rejects with the reason when it is cancelled', async () => {
    const hanging = new Promise<never>(() => undefined);
    const { source } = createProfileTree({ list: () => hanging });
    const cancelling = new AbortController();
    const result = searchTasks(source, 'a == 1', () => undefined, cancelling.signal);
    await settlePromises();
    cancelling.abort(new Error('enough'));
    await assert.rejects(result, /enough/);
  });

  it('finds the Tasks of the sample by the SIDs in their attributes', async () => {
    const simulation = new SimulatedTaskRouter({ now: () => Date.parse('2026-11-23T15:00:00Z') });
    const source = new SampleTaskSource(simulation);
    const all = await searchTasks(source, "nothing != 'x'", () => undefined, never());
    const texts = all.found.map(({ text }) => text).join('');
    const named = /(?<=(?:call_sid|conversationSid)[\\": ]+)C[AH][0-9a-f]{32}/g;
    const sids = texts.match(named) ?? [];
    assert.ok(sids.length > 1);
    for (const sid of sids) {
      const result = await searchTasks(
        source,
        searchExpression(sid) ?? '',
        () => undefined,
        never(),
      );
      assert.ok(
        result.found.length > 0 && result.found.every(({ text }) => text.includes(sid)),
        sid,
      );
    }
  });
});
