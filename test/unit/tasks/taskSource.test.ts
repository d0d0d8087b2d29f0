import assert from 'node:assert/strict';
import { TaskRouterFailure } from '../../../src/core/failures/taskRouterFailure.ts';
import { apiPath } from '../../../src/core/tasks/apiPath.ts';
import type { ResourceReference } from '../../../src/core/tasks/resourceReference.ts';
import type { TaskSource } from '../../../src/core/tasks/taskSource.ts';
import { demoTasks } from '../../../src/sample/demoTasks.ts';
import { sampleSid } from '../../../src/sample/sampleSid.ts';
import { SampleTaskSource } from '../../../src/sample/sampleTaskSource.ts';
import { SimulatedTaskRouter } from '../../../src/sample/simulatedTaskRouter.ts';
import { everyResource } from '../../support/everyResource.ts';
import { rejectedFailure } from '../../support/rejectedFailure.ts';
import { TaskRouterServer } from '../../support/server/taskRouterServer.ts';
import { clientOf } from '../../support/server/clientOf.ts';

/** What the port promises, held against each of its implementations. */
const implementations: Record<
  string,
  () => Promise<{
    source: TaskSource;
    simulation: SimulatedTaskRouter;
    close: () => Promise<void>;
  }>
> = {
  'the sample workspace': () => {
    const simulation = new SimulatedTaskRouter({ now: () => Date.parse('2026-11-23T15:00:00Z') });
    const source = new SampleTaskSource(simulation);
    return Promise.resolve({ source, simulation, close: () => Promise.resolve() });
  },
  'the HTTP client': async () => {
    const server = await TaskRouterServer.start();
    const { simulation } = server;
    const source = clientOf(server, { profile: { flexBaseUrl: server.url } });
    return { source, simulation, close: () => server.close() };
  },
};

/** One of each kind that is no Task, in a Workspace of the simulation. */
function resourcesOf(simulation: SimulatedTaskRouter): readonly ResourceReference[] {
  const workspaceSid = sampleSid('WS', 'Acme Contact Centre');
  const read = (path: string) => {
    const { body } = simulation.get(`/v1/Workspaces/${workspaceSid}/${path}`);
    const page = JSON.parse(body) as Record<string, { sid: string }[]> & { meta: { key: string } };
    return page[page.meta.key]?.map(({ sid }) => sid) ?? [];
  };
  const lists = ['TaskQueues', 'Workflows', 'Workers', 'Activities', 'TaskChannels'];
  const inWorkspace = [...lists, 'Events?Minutes=43200'].map((list) => {
    const [sid] = read(list);
    assert.ok(sid !== undefined, list);
    return { workspaceSid, sid };
  });
  const [reservation] = read('Tasks').flatMap((taskSid) =>
    read(`Tasks/${taskSid}/Reservations`).map((sid) => ({ workspaceSid, taskSid, sid })),
  );
  assert.ok(reservation !== undefined);
  return [{ workspaceSid }, ...inWorkspace, reservation];
}

for (const [name, start] of Object.entries(implementations)) {
  describe(`${name} as a TaskSource`, () => {
    let part: Awaited<ReturnType<typeof start>>;
    const never = () => new AbortController().signal;

    beforeEach(async () => {
      part = await start();
    });
    afterEach(() => part.close());

    it('gives a Task as it was answered, to the letter', async () => {
      const [task] = demoTasks(part.simulation);
      assert.ok(task !== undefined);
      const body = ` {"n":1.0e2,"n":9007199254740993,"sid":"${task.taskSid}"}`;
      part.simulation.putTask(task.workspaceSid, task.taskSid, body);
      assert.deepEqual(await part.source.fetchResource(task, never()), { text: body });
    });

    it('fails with notFound for a Task that is gone', async () => {
      const [task] = demoTasks(part.simulation);
      assert.ok(task !== undefined);
      part.simulation.removeTask(task.workspaceSid, task.taskSid);
      await assert.rejects(
        part.source.fetchResource(task, never()),
        (error) => error instanceof TaskRouterFailure && error.failure.kind === 'notFound',
      );
    });

    it('gives a resource of any other kind as it was answered, to the letter', async () => {
      for (const resource of resourcesOf(part.simulation)) {
        const { status, body } = part.simulation.get(apiPath(resource));
        assert.equal(status, 200, apiPath(resource));
        assert.deepEqual(await part.source.fetchResource(resource, never()), { text: body });
      }
    });

    it('says which kind of resource is not there', async () => {
      const [{ workspaceSid } = everyResource.WS] = resourcesOf(part.simulation);
      for (const [prefix, resource] of Object.entries(everyResource)) {
        const missing = prefix === 'WS' ? resource : { ...resource, workspaceSid };
        const failure = await rejectedFailure(part.source.fetchResource(missing, never()));
        assert.equal(failure.kind, 'notFound', prefix);
        assert.equal(failure.prefix, prefix);
      }
    });

    it('lists the Workspaces by name', async () => {
      const names = [];
      for await (const page of part.source.listWorkspaces(never())) {
        names.push(...page.map(({ friendlyName }) => friendlyName));
      }
      assert.deepEqual(names, ['Acme Contact Centre', 'Acme Back Office']);
    });

    it('finds the Workspace of Flex', async () => {
      const found = await part.source.findFlexWorkspace(never());
      assert.equal(found, sampleSid('WS', 'Acme Contact Centre'));
    });

    it('rejects with the reason of an aborted signal', async () => {
      const [task] = demoTasks(part.simulation);
      assert.ok(task !== undefined);
      const reason = new Error('changed my mind');
      const signal = AbortSignal.abort(reason);
      await assert.rejects(part.source.fetchResource(task, signal), reason);
      await assert.rejects(part.source.findFlexWorkspace(signal), reason);
      await assert.rejects(async () => {
        for await (const page of part.source.listWorkspaces(signal))
          assert.fail(`${page.length} Workspaces`);
      }, reason);
    });
  });
}
