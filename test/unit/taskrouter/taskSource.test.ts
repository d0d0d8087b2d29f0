import assert from 'node:assert/strict';
import type { ResourceReference } from '../../../src/core/resources/resourceReference.ts';
import { apiPath, apiPathBelow, listQuery } from '../../../src/core/taskrouter/apiPath.ts';
import { TaskRouterFailure } from '../../../src/core/taskrouter/failure.ts';
import {
  listOwner,
  type ResourceList,
  type TaskFilter,
} from '../../../src/core/taskrouter/resourceList.ts';
import type { TaskSource } from '../../../src/core/taskrouter/taskSource.ts';
import { acmeContactCentre } from '../../../src/sample/data/acmeContactCentre.ts';
import { sampleSid, sidIn } from '../../../src/sample/sampleSid.ts';
import { SampleTaskSource } from '../../../src/sample/sampleTaskSource.ts';
import { SimulatedTaskRouter } from '../../../src/sample/simulatedTaskRouter.ts';
import { everyList } from '../../support/everyList.ts';
import { everyResource } from '../../support/everyResource.ts';
import { rejectedFailure } from '../../support/rejectedFailure.ts';
import { clientOf } from '../../support/server/clientOf.ts';
import { demoTasks } from '../../support/server/demoTasks.ts';
import { TaskRouterServer } from '../../support/server/taskRouterServer.ts';

/** Tests that every implementation of `TaskSource` must pass. */
const implementations: Record<
  string,
  () => Promise<{
    source: TaskSource;
    simulation: SimulatedTaskRouter;
    /** The requests sent to the network. */
    asked: () => readonly unknown[];
    close: () => Promise<void>;
  }>
> = {
  'the sample workspace': () => {
    const simulation = new SimulatedTaskRouter({ now: () => Date.parse('2026-11-23T15:00:00Z') });
    const source = new SampleTaskSource(simulation);
    return Promise.resolve({
      source,
      simulation,
      asked: () => [],
      close: () => Promise.resolve(),
    });
  },
  'the HTTP client': async () => {
    const server = await TaskRouterServer.start();
    const { simulation } = server;
    const source = clientOf(server, {
      profile: { flexBaseUrl: server.url },
      // It searches more often than three times a second.
      pause: () => Promise.resolve(),
    });
    return { source, simulation, asked: () => server.requests, close: () => server.close() };
  },
};

const workspaceSid = sampleSid('WS', 'Acme Contact Centre');
const allTasks = { kind: 'Tasks', workspaceSid, filter: {} } as const;

/** A list of each kind that has rows. */
function listsOf(simulation: SimulatedTaskRouter): readonly ResourceList[] {
  const resources = resourcesOf(simulation);
  const taskSid = resources.flatMap((resource) => resource.taskSid ?? [])[0] ?? '';
  const workerSid = resources.find(({ sid }) => sid?.startsWith('WK'))?.sid ?? '';
  return Object.values(everyList).map((list) => ({
    ...list,
    workspaceSid,
    ...('filter' in list && { filter: {} }),
    ...('taskSid' in list && { taskSid }),
    ...('workerSid' in list && { workerSid }),
    ...('taskQueueSid' in list && { taskQueueSid: sidIn(acmeContactCentre, 'WQ', 'Everyone') }),
  }));
}

/** One resource of each other kind, in a Workspace of the simulation. */
function resourcesOf(simulation: SimulatedTaskRouter): readonly ResourceReference[] {
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

    it('returns the answer for a Task unchanged', async () => {
      const [task] = demoTasks(part.simulation);
      assert.ok(task !== undefined);
      const body = ` {"n":1.0e2,"n":9007199254740993,"sid":"${task.taskSid}"}`;
      part.simulation.putTask(task.workspaceSid, task.taskSid, body);
      const { text } = await part.source.fetchResource(task, never());
      assert.equal(text, body);
    });

    it('returns the version of a Task, which differs after a change', async () => {
      const [task] = demoTasks(part.simulation);
      assert.ok(task !== undefined);
      const version = async () => (await part.source.fetchResource(task, never())).etag;
      const before = await version();
      assert.match(before ?? '', /^"\d+"$/);
      assert.equal(await version(), before);
      part.simulation.putTask(task.workspaceSid, task.taskSid, `{"sid":"${task.taskSid}"}`);
      part.simulation.putTask(task.workspaceSid, task.taskSid, `{"sid":"${task.taskSid}","a":1}`);
      assert.notEqual(await version(), before);
    });

    it('fails with notFound for a deleted Task', async () => {
      const [task] = demoTasks(part.simulation);
      assert.ok(task !== undefined);
      part.simulation.removeTask(task.workspaceSid, task.taskSid);
      await assert.rejects(
        part.source.fetchResource(task, never()),
        (error) => error instanceof TaskRouterFailure && error.failure.kind === 'notFound',
      );
    });

    it('returns the answer for any other kind of resource unchanged', async () => {
      for (const resource of resourcesOf(part.simulation)) {
        const { status, body } = part.simulation.get(apiPath(resource));
        assert.equal(status, 200, apiPath(resource));
        const { text } = await part.source.fetchResource(resource, never());
        assert.equal(text, body);
      }
    });

    it('tells the kind of a missing resource', async () => {
      const [{ workspaceSid } = everyResource.WS] = resourcesOf(part.simulation);
      for (const [prefix, resource] of Object.entries(everyResource)) {
        const missing = prefix === 'WS' ? resource : { ...resource, workspaceSid };
        const failure = await rejectedFailure(part.source.fetchResource(missing, never()));
        assert.equal(failure.kind, 'notFound', prefix);
        assert.equal(failure.prefix, prefix);
      }
    });

    it('lists resources of every kind unchanged', async () => {
      const { simulation, source } = part;
      for (const list of listsOf(simulation)) {
        const { rows } = await source.listResources(list, never());
        assert.ok(rows.length > 0, list.kind);
        for (const { sid, text } of rows) {
          const row = { ...listOwner(list), sid };
          const alone = list.kind === 'Tasks' ? { workspaceSid, taskSid: sid } : row;
          const path =
            list.kind === 'Channels'
              ? `${apiPathBelow(listOwner(list), list.kind)}/${sid}`
              : apiPath(alone);
          assert.equal(text, simulation.get(path).body);
        }
      }
    });

    it('changes nothing in a row that it lists', async () => {
      const sid = sampleSid('WT', 'odd');
      const body = `{ "n" : 1.0e2, "n":9007199254740993,"sid":"${sid}",\n"date_created":"2099-01-01"}`;
      part.simulation.putTask(workspaceSid, sid, body);
      const { rows } = await part.source.listResources(allTasks, never());
      assert.deepEqual(rows[0], { sid, text: body });
    });

    it('lists all Tasks page after page, newest first', async () => {
      const dates = Array.from({ length: 130 }, (_, index) =>
        new Date(Date.UTC(2020, 0, 1, 0, index)).toISOString(),
      );
      for (const date of dates) {
        const sid = sampleSid('WT', date);
        const body = { sid, workspace_sid: workspaceSid, date_created: date };
        part.simulation.putTask(workspaceSid, sid, JSON.stringify(body));
      }
      const pages: (readonly string[])[] = [];
      let next: string | undefined;
      do {
        const page = await part.source.listResources(allTasks, never(), next);
        pages.push(page.rows.map(({ sid }) => sid));
        ({ next } = page);
      } while (next !== undefined);
      assert.deepEqual([...new Set(pages.slice(0, -1).map(({ length }) => length))], [50]);
      const sids = pages.flat();
      assert.equal(new Set(sids).size, sids.length);
      const newestFirst = dates.toReversed().map((date) => sampleSid('WT', date));
      // The simulation's own Tasks were created later.
      assert.deepEqual(sids.slice(-130), newestFirst);
    });

    it('lists waiting Tasks by priority, and the oldest first, on every page', async () => {
      const taskQueueSid = sampleSid('WQ', 'in order');
      for (const [index, [priority, hour]] of [
        [0, 2],
        [7, 3],
        [0, 1],
        [-2, 0],
        [7, 1],
      ].entries()) {
        const sid = sampleSid('WT', `ordered ${index}`);
        const created = new Date(Date.UTC(2020, 0, 1, hour)).toISOString();
        const fields = { sid, assignment_status: 'pending', priority, date_created: created };
        const body = JSON.stringify({ ...fields, task_queue_sid: taskQueueSid });
        part.simulation.putTask(workspaceSid, sid, body);
      }
      const filter = { taskQueueSid, statuses: ['pending', 'reserved'] } as const;
      const list = { ...allTasks, filter, order: 'queue', pageSize: 2 } as const;
      const found: string[] = [];
      let next: string | undefined;
      do {
        const page = await part.source.listResources(list, never(), next);
        found.push(...page.rows.map(({ sid }) => sid));
        ({ next } = page);
      } while (next !== undefined);
      assert.deepEqual(
        found,
        [4, 1, 2, 0, 3].map((index) => sampleSid('WT', `ordered ${index}`)),
      );
    });

    it('lists only the Tasks that match the filter, on every page', async () => {
      const attributes = (index: number) => ({ from: `+1500 ${index % 2}`, note: 'a & b' });
      for (let index = 0; index < 120; index++) {
        const sid = sampleSid('WT', `filtered ${index}`);
        const body = {
          sid,
          assignment_status: index % 3 === 0 ? 'pending' : 'wrapping',
          attributes: JSON.stringify(attributes(index)),
          priority: index % 5 === 0 ? -1 : 3,
          task_queue_sid: sampleSid('WQ', String(index % 7)),
          workflow_sid: sampleSid('WW', String(index % 11)),
        };
        part.simulation.putTask(workspaceSid, sid, JSON.stringify(body));
      }
      const counts: [filter: TaskFilter, count: number][] = [
        [{ statuses: ['pending'], expression: "note == 'a & b'" }, 40],
        [{ statuses: ['pending', 'wrapping'], expression: "note == 'a & b'" }, 120],
        [{ statuses: ['reserved'], expression: "note == 'a & b'" }, 0],
        [{ expression: "from=='+1500 1' OR from == 'x'" }, 60],
        [{ priority: -1 }, 24],
        [{ taskQueueSid: sampleSid('WQ', '3') }, 17],
        [{ workflowSid: sampleSid('WW', '3') }, 11],
        [{ priority: -1, statuses: ['pending'], taskQueueSid: sampleSid('WQ', '3') }, 1],
      ];
      for (const [filter, count] of counts) {
        let found = 0;
        let next: string | undefined;
        do {
          const page = await part.source.listResources({ ...allTasks, filter }, never(), next);
          found += page.rows.length;
          ({ next } = page);
        } while (next !== undefined);
        assert.equal(found, count, JSON.stringify(filter));
      }
    });

    it('lists the events of one Task since a date', async () => {
      const events = listsOf(part.simulation).find(({ kind }) => kind === 'Events');
      assert.ok(events?.kind === 'Events');
      const { rows } = await part.source.listResources(events, never());
      for (const { text } of rows) assert.match(text, new RegExp(`"task_sid":"${events.taskSid}"`));
      const later = { ...events, startDate: '2099-01-01T00:00:00.000Z' };
      assert.deepEqual(await part.source.listResources(later, never()), { rows: [] });
    });

    it('follows a next page only to the same list of the same host', async () => {
      const first = new URL(part.simulation.baseUrl + listQuery(allTasks));
      for (const next of [
        first.href.replace(first.host, 'example.com'),
        first.href.replace('/Tasks', '/Workers'),
        first.href.replace('//', '//user:secret@'),
        first.pathname,
        '',
      ]) {
        const listing = part.source.listResources(allTasks, never(), next);
        assert.equal((await rejectedFailure(listing)).kind, 'unexpectedAnswer', next);
      }
      assert.deepEqual(part.asked(), []);
    });

    it('fails with notFound for lists and statistics of a missing resource', async () => {
      const { WS, WT, WQ } = everyResource;
      const { taskSid = '' } = WT;
      const { sid: taskQueueSid = '' } = WQ;
      const { source } = part;
      for (const [work, prefix] of [
        [() => source.listResources({ ...allTasks, ...WS }, never()), 'WS'],
        [() => source.listResources({ kind: 'Workers', ...WS }, never()), 'WS'],
        [
          () => source.listResources({ kind: 'Reservations', workspaceSid, taskSid }, never()),
          'WT',
        ],
        [() => source.fetchStatistics(WS, never()), 'WS'],
        [() => source.fetchStatistics({ workspaceSid, taskQueueSid }, never()), 'WQ'],
      ] as const) {
        const failure = await rejectedFailure(work());
        assert.equal(failure.kind, 'notFound');
        assert.equal(failure.prefix, prefix);
      }
    });

    it('fails with TaskRouter’s message for an invalid expression', async () => {
      const list = { ...allTasks, filter: { expression: 'call_sid==' } };
      const failure = await rejectedFailure(part.source.listResources(list, never()));
      assert.equal(failure.kind, 'badRequest');
      assert.equal(failure.status, 400);
      assert.equal(failure.code, 20001);
      assert.match(failure.detail ?? '', /EvaluateTaskAttributes/);
    });

    it('returns the statistics of a Workspace and of a TaskQueue unchanged', async () => {
      const [queue] = (
        await part.source.listResources({ kind: 'TaskQueues', workspaceSid }, never())
      ).rows;
      assert.ok(queue !== undefined);
      const base = `/v1/Workspaces/${workspaceSid}`;
      for (const [place, path] of [
        [{ workspaceSid }, base],
        [{ workspaceSid, taskQueueSid: queue.sid }, `${base}/TaskQueues/${queue.sid}`],
      ] as const) {
        const { body } = part.simulation.get(`${path}/RealTimeStatistics`);
        assert.match(body, /"tasks_by_status"/);
        assert.equal(await part.source.fetchStatistics(place, never()), body);
      }
    });

    it('lists the Workspaces by name', async () => {
      const names = [];
      for await (const page of part.source.listWorkspaces(never())) {
        names.push(...page.map(({ friendlyName }) => friendlyName));
      }
      assert.deepEqual(names, ['Acme Contact Centre', 'Acme Back Office', 'Acme Travel Desk']);
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
      await assert.rejects(part.source.listResources(allTasks, signal), reason);
      await assert.rejects(part.source.fetchStatistics({ workspaceSid }, signal), reason);
      await assert.rejects(part.source.findFlexWorkspace(signal), reason);
      await assert.rejects(async () => {
        for await (const page of part.source.listWorkspaces(signal))
          assert.fail(`${page.length} Workspaces`);
      }, reason);
    });
  });
}
