import assert from 'node:assert/strict';
import { TaskRouterFailure } from '../../../src/core/taskrouter/failure.ts';
import { acmeBackOffice } from '../../../src/sample/data/acmeBackOffice.ts';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { SampleTaskSource } from '../../../src/sample/sampleTaskSource.ts';
import { SimulatedTaskRouter } from '../../../src/sample/simulatedTaskRouter.ts';
import { demoTasks } from '../../support/server/demoTasks.ts';

describe('SampleTaskSource', () => {
  const simulation = new SimulatedTaskRouter({ now: () => 1_800_000_000_000 });
  const source = new SampleTaskSource(simulation);
  const never = new AbortController().signal;

  it('answers a Task to the letter', async () => {
    const [task] = demoTasks(simulation);
    assert.ok(task);
    const { text } = await source.fetchResource(task, never);
    const path = `/v1/Workspaces/${task.workspaceSid}/Tasks/${task.taskSid}`;
    assert.equal(text, simulation.get(path).body);
  });

  it('rejects as not found for a Task that is not there', async () => {
    const [task] = demoTasks(simulation);
    assert.ok(task);
    await assert.rejects(
      source.fetchResource({ ...task, taskSid: sampleSid('WT', 'unknown') }, never),
      (error) => {
        assert.ok(error instanceof TaskRouterFailure);
        assert.deepEqual(error.failure, { kind: 'notFound', host: 'sample', prefix: 'WT' });
        return true;
      },
    );
  });

  it('rejects with the reason of the caller who cancels, also right after asking', async () => {
    const [task] = demoTasks(simulation);
    assert.ok(task);
    const controller = new AbortController();
    const answer = source.fetchResource(task, controller.signal);
    const reason = new Error('changed my mind');
    controller.abort(reason);
    await assert.rejects(answer, reason);
    await assert.rejects(
      source.listWorkspaces(controller.signal)[Symbol.asyncIterator]().next(),
      reason,
    );
  });

  it('finds no Workspace of Flex where there is no Workspace', async () => {
    const empty = new SampleTaskSource(new SimulatedTaskRouter({ now: () => 0, workspaces: [] }));
    assert.equal(await empty.findFlexWorkspace(never), undefined);
  });

  it('lists all Workspaces, also those beyond the first page', async () => {
    const workspaces = Array.from({ length: 120 }, (_, index) => ({
      ...acmeBackOffice,
      name: `Workspace ${index}`,
    }));
    const many = new SampleTaskSource(new SimulatedTaskRouter({ now: () => 0, workspaces }));
    const sizes: number[] = [];
    const names: string[] = [];
    for await (const page of many.listWorkspaces(never)) {
      sizes.push(page.length);
      names.push(...page.map(({ friendlyName }) => friendlyName));
    }
    assert.deepEqual(sizes, [50, 50, 20]);
    assert.deepEqual(
      names,
      workspaces.map(({ name }) => name),
    );
  });
});
