import assert from 'node:assert/strict';
import type { Failure } from '../../../src/core/taskrouter/failure.ts';
import type { ResourcePage } from '../../../src/core/taskrouter/listPage.ts';
import type { FailureNode, TreeNode } from '../../../src/core/tree/treeNode.ts';
import { nodeAt, only, rootNodes } from '../../support/tree/nodes.ts';
import { PROFILE, createProfileTree, WORKSPACE } from '../../support/tree/treeWorld.ts';
import { deferred, settlePromises } from '../../support/waiting.ts';

const server: Failure = { kind: 'server', host: 'localhost', status: 500 };
const denied: Failure = { kind: 'forbidden', host: 'localhost' };
const gone: Failure = { kind: 'notFound', host: 'localhost', prefix: 'WT' };
const OTHER = `WS${'1'.repeat(32)}`;
const sidOf = (prefix: string, digit: string | number) => prefix + String(digit).padStart(32, '0');
const TASK = sidOf('WT', 1);

/** A page of Tasks with attributes, by their digits. */
const tasks = (digits: readonly number[], next?: string): ResourcePage => ({
  rows: digits.map((digit) => {
    const sid = sidOf('WT', digit);
    return { sid, text: JSON.stringify({ sid, attributes: '{"a":1}', age: 5 }) };
  }),
  ...(next !== undefined && { next }),
});

const withoutAttributes = (): ResourcePage => ({
  rows: [{ sid: TASK, text: JSON.stringify({ sid: TASK, attributes: null }) }],
});

const kinds = (nodes: readonly TreeNode[]) => nodes.map(({ kind }) => kind);
const ends = (nodes: readonly TreeNode[]) => nodes.map(({ id }) => id.split('/').at(-1));

describe('ProfileTree', () => {
  describe('at the top', () => {
    it('asks nothing before it is looked at, and then once', async () => {
      const { tree, requests, learned } = createProfileTree();
      await settlePromises();
      assert.deepEqual(requests, []);
      const [one, other] = await Promise.all([tree.root(), tree.root()]);
      assert.deepEqual(one, other);
      await tree.root();
      assert.deepEqual(requests, ['Workspaces']);
      assert.deepEqual(learned, [{ sid: WORKSPACE, friendlyName: 'Support' }]);
    });

    it('has the Workspaces by name, as people count, and the only one open', async () => {
      const names = ['Site 10', '', 'site 2', 'Ärzte', 'Zoo', 'Site 2'];
      const sids = names.map((_, index) => sidOf('WS', index));
      const { tree } = createProfileTree({
        workspaces: () => [
          names.map((friendlyName, index) => ({ sid: sids[index] ?? '', friendlyName })),
        ],
      });
      const nodes = await rootNodes(tree);
      assert.deepEqual(
        nodes.map((node) => node.kind === 'workspace' && [node.name, node.isOnly]),
        ['Ärzte', 'site 2', 'Site 2', 'Site 10', 'Zoo', ''].map((name) => [name, false]),
      );
      assert.equal(only(await rootNodes(createProfileTree().tree), 'workspace').isOnly, true);
    });

    it('has Workspaces of one name in the same order, whichever the API names first', async () => {
      const both = [WORKSPACE, OTHER].map((sid) => ({ sid, friendlyName: 'Support' }));
      for (const workspaces of [both, both.toReversed()]) {
        const { tree } = createProfileTree({ workspaces: () => [workspaces] });
        assert.deepEqual(ends(await rootNodes(tree)), [WORKSPACE, OTHER]);
      }
    });

    it('has one row for a Workspace that stands on two pages', async () => {
      const twice = { sid: WORKSPACE, friendlyName: 'Support' };
      const { tree } = createProfileTree({ workspaces: () => [[twice], [twice]] });
      assert.deepEqual(ends(await rootNodes(tree)), [WORKSPACE]);
    });

    const empty: [what: string, failure: Failure | undefined, reason: string][] = [
      ['no Workspace', undefined, 'noWorkspace'],
      ['denied access', denied, 'denied'],
      ['no network', { kind: 'dns', host: 'localhost', code: 'ENOTFOUND' }, 'offline'],
    ];
    for (const [what, failure, reason] of empty) {
      it(`has no rows, and a reason, for ${what}`, async () => {
        const { tree } = createProfileTree({ workspaces: () => failure ?? [] });
        assert.deepEqual(await tree.root(), { kind: 'empty', reason, ...(failure && { failure }) });
      });
    }

    it('has a row for any other failure, which tries again', async () => {
      const { tree, answers, requests } = createProfileTree({ workspaces: () => server });
      const failed = only(await rootNodes(tree), 'failure');
      assert.deepEqual(failed, {
        kind: 'failure',
        id: `${PROFILE}/failure`,
        profile: PROFILE,
        failure: server,
      });
      await tree.root();
      assert.equal(requests.length, 1);
      answers.workspaces = () => [[{ sid: WORKSPACE, friendlyName: '' }]];
      await tree.retry(failed);
      assert.deepEqual(kinds(await rootNodes(tree)), ['workspace']);
    });

    it('keeps its rows when they cannot be read again, and says so above them', async () => {
      const { tree, answers } = createProfileTree();
      await tree.root();
      for (const failure of [server, denied]) {
        answers.workspaces = () => failure;
        tree.refresh();
        assert.deepEqual(kinds(await rootNodes(tree)), ['failure', 'workspace']);
      }
    });

    it('throws what keeps the Workspaces from being listed to who needs them', async () => {
      const { tree, answers } = createProfileTree({ workspaces: () => server });
      await assert.rejects(tree.loadWorkspaces(), { failure: server });
      assert.deepEqual(tree.workspaces, []);
      tree.refresh();
      answers.workspaces = () => [[{ sid: WORKSPACE, friendlyName: '' }]];
      await tree.loadWorkspaces();
      assert.deepEqual(tree.workspaces, [{ sid: WORKSPACE, friendlyName: '' }]);
    });
  });

  describe('below a Workspace', () => {
    const statistics = () => '{"tasks_by_status":{"pending":3,"reserved":0,"assigned":"x"}}';

    it('has the statuses in the order of a life, counted, and what was set up', async () => {
      const { tree, requests } = createProfileTree({ statistics });
      const nodes = await tree.children(await nodeAt(tree, WORKSPACE));
      assert.deepEqual(
        nodes.map((node) => (node.kind === 'status' ? [node.status, node.count] : ends([node])[0])),
        [
          ...[
            ['pending', 3],
            ['reserved', 0],
            ['assigned', undefined],
            ['wrapping', undefined],
          ],
          ...[
            ['completed', undefined],
            ['canceled', undefined],
          ],
          ...['TaskQueues', 'Workflows', 'Workers', 'TaskChannels'],
        ],
      );
      assert.deepEqual(requests, ['Workspaces', 'RealTimeStatistics']);
    });

    for (const [what, text] of [
      ['is no object', '[]'],
      ['counts nothing', '{"tasks_by_status":null}'],
    ] as const) {
      it(`shows no counts where the answer ${what}`, async () => {
        const { tree } = createProfileTree({ statistics: () => text });
        const nodes = await tree.children(await nodeAt(tree, WORKSPACE));
        assert.ok(nodes.every((node) => node.kind !== 'status' || !('count' in node)));
        assert.equal(nodes.length, 10);
      });
    }

    it('has all rows also where it cannot be counted, which can be tried again', async () => {
      const { tree, answers } = createProfileTree({ statistics: () => server });
      const workspace = await nodeAt(tree, WORKSPACE);
      const failed = only(await tree.children(workspace), 'failure');
      assert.equal((await tree.children(workspace)).length, 11);
      answers.statistics = statistics;
      await tree.retry(failed);
      assert.equal((await tree.children(workspace)).length, 10);
    });

    it('is counted again on a refresh', async () => {
      const { tree, answers } = createProfileTree({ statistics });
      const workspace = await nodeAt(tree, WORKSPACE);
      await tree.children(workspace);
      answers.statistics = () => '{"tasks_by_status":{"pending":4}}';
      tree.refresh();
      const [pending] = await tree.children(workspace);
      assert.equal(pending?.kind === 'status' && pending.count, 4);
    });

    it('has the statuses that a filter lets through, with the counts of all Tasks', async () => {
      const { tree } = createProfileTree({ statistics });
      const workspace = await nodeAt(tree, WORKSPACE);
      tree.setFilter(WORKSPACE, { statuses: ['assigned', 'pending'] });
      const nodes = await tree.children(workspace);
      assert.deepEqual(ends(nodes).slice(0, 3), ['pending', 'assigned', 'TaskQueues']);
      const [pending] = nodes;
      assert.equal(pending?.kind === 'status' && pending.count, 3);
    });

    for (const filter of [
      { priority: 0 },
      { expression: 'a == 1' },
      { taskQueueSid: sidOf('WQ', 1) },
      { workflowSid: sidOf('WW', 1) },
    ]) {
      it(`keeps the counts of all Tasks under a filter by ${Object.keys(filter).join()}`, async () => {
        const { tree } = createProfileTree({ statistics, list: () => tasks([1]) });
        tree.setFilter(WORKSPACE, filter);
        const [pending] = await tree.children(await nodeAt(tree, WORKSPACE));
        assert.ok(pending?.kind === 'status');
        assert.deepEqual(tree.withListed(pending), {
          ...{ ...pending, count: 3, narrowed: true },
          listed: undefined,
        });
        await tree.children(pending);
        assert.deepEqual(tree.withListed(pending).listed, { rows: 1, hasMore: false });
      });
    }

    it('heeds a filter that was set while the Tasks were counted', async () => {
      const counted = deferred<string>();
      const { tree } = createProfileTree({ statistics: () => counted.promise });
      const children = tree.children(await nodeAt(tree, WORKSPACE));
      tree.setFilter(WORKSPACE, { priority: 1, statuses: ['pending'] });
      counted.resolve(statistics());
      const nodes = await children;
      assert.deepEqual(ends(nodes).slice(0, 2), ['pending', 'TaskQueues']);
      const [pending] = nodes;
      assert.ok(pending?.kind === 'status' && pending.narrowed);
    });
  });

  describe('below a status', () => {
    it('has its Tasks, and asks once however often it is opened at once', async () => {
      const { tree, requests, clock } = createProfileTree({ list: () => tasks([2, 1]) });
      const pending = await nodeAt(tree, WORKSPACE, 'pending');
      const [one, other] = await Promise.all([tree.children(pending), tree.children(pending)]);
      assert.deepEqual(one, other);
      assert.deepEqual(requests.slice(2), ['Tasks pending']);
      assert.deepEqual(one[1], {
        kind: 'task',
        id: `${PROFILE}/${WORKSPACE}/pending/${TASK}`,
        profile: PROFILE,
        workspaceSid: WORKSPACE,
        taskSid: TASK,
        text: tasks([1]).rows[0]?.text,
        fetchedAt: clock.now,
      });
    });

    it('has the pending Task that waits longest first, and the latest of all others', async () => {
      const orders: unknown[] = [];
      const { tree } = createProfileTree({
        list: (list) => {
          if (list.kind === 'Tasks') orders.push([list.filter.statuses?.join(), list.order]);
          return { rows: [] };
        },
      });
      for (const status of ['pending', 'assigned']) {
        await tree.children(await nodeAt(tree, WORKSPACE, status));
      }
      assert.deepEqual(orders, [
        ['pending', 'oldest'],
        ['assigned', undefined],
      ]);
    });

    for (const [what, filter, total] of [
      ['that were counted', undefined, 3],
      ['but not under a filter', { priority: 1 }, undefined],
    ] as const) {
      it(`says how many of all Tasks are shown, ${what}`, async () => {
        const { tree } = createProfileTree({
          statistics: () => '{"tasks_by_status":{"pending":3}}',
          list: () => tasks([2, 1], 'x'),
        });
        tree.setFilter(WORKSPACE, filter);
        const pending = await nodeAt(tree, WORKSPACE, 'pending');
        assert.equal(only(await tree.children(pending), 'more').total, total);
      });
    }

    it('leads on page by page, with the same rows for what was there', async () => {
      const { tree, requests } = createProfileTree({
        list: (_, next) => (next === undefined ? tasks([3, 2], 'x') : tasks([2, 1])),
      });
      const pending = await nodeAt(tree, WORKSPACE, 'pending');
      const before = await tree.children(pending);
      const more = only(before, 'more');
      assert.deepEqual([more.count, more.list], [2, pending]);
      await tree.loadMore(more.list);
      const after = await tree.children(pending);
      assert.deepEqual(kinds(after), ['task', 'task', 'task']);
      assert.equal(after[0], before[0]);
      assert.deepEqual(requests.slice(2), ['Tasks pending', 'Tasks pending @x']);
    });

    it('says where it would stand that a page failed, which Retry reads', async () => {
      const { tree, answers } = createProfileTree({
        list: (_, next) => (next === undefined ? tasks([3], 'x') : server),
      });
      const pending = await nodeAt(tree, WORKSPACE, 'pending');
      await tree.loadMore(only(await tree.children(pending), 'more').list);
      const nodes = await tree.children(pending);
      assert.deepEqual(kinds(nodes), ['task', 'failure']);
      const failed = only(nodes, 'failure');
      assert.equal(failed.id, `${pending.id}/more/failure`);
      answers.list = (_, next) => (next === undefined ? tasks([9]) : tasks([2]));
      await tree.retry(failed);
      assert.deepEqual(
        ends(await tree.children(pending)),
        [3, 2].map((digit) => sidOf('WT', digit)),
      );
    });

    it('says above the rows that they could not be read again, which Retry does', async () => {
      const { tree, answers } = createProfileTree({ list: () => tasks([3], 'x') });
      const pending = await nodeAt(tree, WORKSPACE, 'pending');
      await tree.children(pending);
      answers.list = () => server;
      tree.refresh();
      const nodes = await tree.children(pending);
      assert.deepEqual(kinds(nodes), ['failure', 'task', 'more']);
      answers.list = () => tasks([4]);
      await tree.retry(only(nodes, 'failure'));
      assert.deepEqual(ends(await tree.children(pending)), [sidOf('WT', 4)]);
    });

    it('reads as many pages again on a refresh, and only when it is looked at', async () => {
      const { tree, requests } = createProfileTree({
        list: (_, next) => (next === undefined ? tasks([2], 'x') : tasks([1], 'y')),
      });
      const pending = await nodeAt(tree, WORKSPACE, 'pending');
      await tree.children(pending);
      await tree.loadMore(only(await tree.children(pending), 'more').list);
      requests.length = 0;
      tree.refresh();
      await settlePromises();
      assert.deepEqual(requests, []);
      await tree.children(pending);
      assert.deepEqual(requests, ['Tasks pending', 'Tasks pending @x']);
    });

    it('reads a list again that a refresh met while it was read', async () => {
      const first = deferred<ResourcePage>();
      const { tree, answers } = createProfileTree({ list: () => first.promise });
      const pending = await nodeAt(tree, WORKSPACE, 'pending');
      const before = tree.children(pending);
      await settlePromises();
      answers.list = () => tasks([2]);
      tree.refresh();
      const after = tree.children(pending);
      first.resolve(tasks([1]));
      await before;
      assert.deepEqual(ends(await after), [sidOf('WT', 2)]);
    });

    it('shows nothing of the list under the filter before to who waited for it', async () => {
      const all = deferred<ResourcePage>();
      const { tree, answers, requests } = createProfileTree({ list: () => all.promise });
      const pending = await nodeAt(tree, WORKSPACE, 'pending');
      const before = tree.children(pending);
      await settlePromises();
      answers.list = ({ ...list }) =>
        tasks([list.kind === 'Tasks' ? (list.filter.priority ?? 0) : 0]);
      tree.setFilter(WORKSPACE, { priority: 7, statuses: ['pending', 'assigned'] });
      const after = tree.children(pending);
      await settlePromises();
      all.resolve(tasks([1]));
      const expected = [sidOf('WT', 7)];
      assert.deepEqual([ends(await before), ends(await after)], [expected, expected]);
      assert.deepEqual(requests.slice(2), ['Tasks pending', 'Tasks pending']);
      tree.setFilter(WORKSPACE, undefined);
      answers.list = () => tasks([1]);
      assert.deepEqual(ends(await tree.children(pending)), [TASK]);
      assert.equal(tree.filters.size, 0);
    });

    it('leaves the lists of other Workspaces alone when a filter is set', async () => {
      const { tree, requests } = createProfileTree({
        workspaces: () => [[WORKSPACE, OTHER].map((sid) => ({ sid, friendlyName: sid }))],
      });
      const pending = await nodeAt(tree, OTHER, 'pending');
      await tree.children(pending);
      requests.length = 0;
      tree.setFilter(WORKSPACE, { priority: 1 });
      await tree.children(pending);
      assert.deepEqual(requests, []);
    });
  });

  describe('below a group', () => {
    it('has what was set up', async () => {
      const sid = sidOf('WK', 1);
      const text = JSON.stringify({ sid, friendly_name: 'Ada', activity_name: 'Idle' });
      const { tree, requests } = createProfileTree({ list: () => ({ rows: [{ sid, text }] }) });
      const [worker] = await tree.children(await nodeAt(tree, WORKSPACE, 'Workers'));
      const id = `${PROFILE}/${WORKSPACE}/Workers/${sid}`;
      assert.deepEqual(worker, {
        ...{ kind: 'resource', id, profile: PROFILE, workspaceSid: WORKSPACE, sid },
        ...{ name: 'Ada', state: 'Idle' },
      });
      assert.deepEqual(requests.at(-1), 'Workers');
    });

    it('is read whole for a choice, also where pages lead in a circle or never end', async () => {
      for (const nextOf of [
        (page: number) => (page < 2 ? `page ${page + 1}` : undefined),
        (page: number) => `page ${(page + 1) % 2}`,
        (page: number) => `page ${page + 1}`,
      ]) {
        const { tree, requests } = createProfileTree({
          list: (_, next = 'page 0') => {
            const page = Number(next.slice(5));
            const following = nextOf(page);
            return {
              rows: [{ sid: sidOf('WQ', page), text: '{}' }],
              ...(following !== undefined && { next: following }),
            };
          },
        });
        const rows = await tree.readGroup(WORKSPACE, 'TaskQueues');
        assert.ok(rows.length >= 2 && requests.length <= 10, `${requests.length} requests`);
        assert.equal(rows[1]?.sid, sidOf('WQ', 1));
      }
    });

    it('throws what keeps it, or a page of it, from being read', async () => {
      const page = { rows: [{ sid: sidOf('WQ', 1), text: '{}' }], next: 'x' };
      for (const list of [() => server, (_: unknown, next?: string) => (next ? server : page)]) {
        const { tree } = createProfileTree({ list });
        await assert.rejects(tree.readGroup(WORKSPACE, 'TaskQueues'), { failure: server });
      }
    });
  });

  describe('below a Task', () => {
    it('asks nothing where the list told the attributes', async () => {
      const { tree, requests } = createProfileTree({ list: () => tasks([1]) });
      const task = await nodeAt(tree, WORKSPACE, 'pending', TASK);
      requests.length = 0;
      const nodes = await tree.children(task);
      assert.deepEqual(requests, []);
      assert.ok(ends(nodes).includes('attributes'));
    });

    it('fetches the Task where the list left them out, once, and keeps nothing in the store', async () => {
      const { tree, requests, store, changed } = createProfileTree({
        list: withoutAttributes,
        resource: () => JSON.stringify({ sid: TASK, attributes: '{"b":2}' }),
      });
      const task = await nodeAt(tree, WORKSPACE, 'pending', TASK);
      requests.length = 0;
      assert.ok(ends(await tree.children(task)).includes('attributes'));
      assert.deepEqual(changed, [task]);
      assert.ok(ends(await tree.children(task)).includes('attributes'));
      assert.deepEqual(requests, [TASK]);
      const resource = { profileId: PROFILE, workspaceSid: WORKSPACE, taskSid: TASK };
      assert.equal(store.get(resource), undefined);
    });

    it('keeps in the store what a document shows', async () => {
      const { tree, store, shown } = createProfileTree({ list: withoutAttributes });
      shown.open.add(TASK);
      await tree.children(await nodeAt(tree, WORKSPACE, 'pending', TASK));
      const record = store.get({ profileId: PROFILE, workspaceSid: WORKSPACE, taskSid: TASK });
      assert.equal(record?.fetched?.text, JSON.stringify({ sid: TASK }));
    });

    for (const [what, resource] of [
      ['in the same text', JSON.stringify({ sid: TASK, attributes: null })],
      ['in another text', JSON.stringify({ sid: TASK, attributes: null, age: 6 })],
    ] as const) {
      it(`fetches once a Task whose attributes really are null, ${what}`, async () => {
        const { tree, requests, changed } = createProfileTree({
          list: withoutAttributes,
          resource: () => resource,
        });
        const task = await nodeAt(tree, WORKSPACE, 'pending', TASK);
        requests.length = 0;
        for (let round = 0; round < 3; round++) await tree.children(task);
        assert.deepEqual(requests, [TASK]);
        assert.ok(changed.length <= 1);
      });
    }

    it('says what kept it from being fetched, below it, and tries again', async () => {
      const { tree, answers, changed } = createProfileTree({
        list: withoutAttributes,
        resource: () => server,
      });
      const task = await nodeAt(tree, WORKSPACE, 'pending', TASK);
      const failed: FailureNode = only(await tree.children(task), 'failure');
      assert.deepEqual([failed.of, failed.failure], [task, server]);
      assert.deepEqual(changed, []);
      answers.resource = () => JSON.stringify({ sid: TASK, attributes: '{}' });
      await tree.retry(failed);
      assert.ok(ends(await tree.children(task)).includes('attributes'));
    });

    it('says of a Task that is gone in its own row only, and asks no more for it', async () => {
      const { tree, requests, changed } = createProfileTree({
        list: withoutAttributes,
        resource: () => gone,
      });
      const task = await nodeAt(tree, WORKSPACE, 'pending', TASK);
      requests.length = 0;
      assert.ok(!kinds(await tree.children(task)).includes('failure'));
      assert.deepEqual(changed, [task]);
      await tree.children(task);
      assert.deepEqual(requests, [TASK]);
    });

    it('shows what is newest, also after further pages came', async () => {
      const { tree, store, clock } = createProfileTree({
        list: (_, next) => (next === undefined ? tasks([1], 'x') : tasks([2])),
        resource: () => JSON.stringify({ sid: TASK, attributes: '{"fresh":true}' }),
      });
      const pending = await nodeAt(tree, WORKSPACE, 'pending');
      const task = only((await tree.children(pending)).slice(0, 1), 'task');
      clock.now += 1000;
      await store.fetch(
        { profileId: PROFILE, workspaceSid: WORKSPACE, taskSid: TASK },
        new AbortController().signal,
      );
      clock.now += 1000;
      await tree.loadMore(pending as Parameters<typeof tree.loadMore>[0]);
      const [again] = await tree.children(pending);
      assert.equal(again, task);
      assert.match(tree.tasks.latest(task).text, /fresh/);
    });

    it('is shown anew when it was fetched, from whatever page, until a filter takes its row', async () => {
      const { tree, store, clock, changed } = createProfileTree({
        list: (_, next) => (next === undefined ? tasks([2], 'x') : tasks([1])),
        resource: () => JSON.stringify({ sid: TASK, age: clock.now }),
      });
      const pending = await nodeAt(tree, WORKSPACE, 'pending');
      await tree.loadMore(only(await tree.children(pending), 'more').list);
      const [, task] = await tree.children(pending);
      const fetch = () => {
        clock.now += 1000;
        const resource = { profileId: PROFILE, workspaceSid: WORKSPACE, taskSid: TASK };
        return store.fetch(resource, new AbortController().signal);
      };
      await fetch();
      assert.deepEqual(changed, [task]);
      tree.setFilter(WORKSPACE, { priority: 1 });
      await fetch();
      assert.deepEqual(changed, [task]);
    });

    it('has reservations, which are let go of when the Task has no row any more', async () => {
      const reservation = sidOf('WR', 1);
      let listed = [1];
      const { tree, answers } = createProfileTree({
        list: ({ kind }) =>
          kind === 'Reservations' ? { rows: [{ sid: reservation, text: '{}' }] } : tasks(listed),
      });
      const pending = await nodeAt(tree, WORKSPACE, 'pending');
      const section = await nodeAt(tree, WORKSPACE, 'pending', TASK, 'reservations');
      const [row] = await tree.children(section);
      assert.ok(row?.kind === 'resource');
      assert.deepEqual(
        [row.sid, row.taskSid, row.id],
        [reservation, TASK, `${section.id}/${reservation}`],
      );
      await tree.children(section);
      listed = [2];
      tree.refresh();
      await tree.children(pending);
      listed = [1];
      tree.refresh();
      await tree.children(pending);
      answers.list = () => server;
      assert.deepEqual(kinds(await tree.children(section)), ['failure']);
    });

    it('masks what is asked for to be masked', async () => {
      const { tree, shown } = createProfileTree({ list: () => tasks([1]) });
      const task = await nodeAt(tree, WORKSPACE, 'pending', TASK);
      shown.masked = true;
      const nodes = await tree.children(task);
      const attributes = nodes.find(({ id }) => id.endsWith('/attributes'));
      assert.ok(attributes);
      const [member] = await tree.children(attributes);
      assert.ok(member?.kind === 'json');
      assert.deepEqual([member.label, member.value], ['a', { kind: 'string', token: '"•••"' }]);
    });
  });

  it('has nothing below facts, resources, failures and Load More', async () => {
    const { tree } = createProfileTree();
    const place = { id: 'x', profile: PROFILE, workspaceSid: WORKSPACE };
    const list = { ...place, kind: 'group', of: 'Workers' } as const;
    for (const node of [
      { ...place, kind: 'resource', sid: sidOf('WK', 1), name: '' },
      { ...place, kind: 'fact', label: { text: '', args: [] }, value: '' },
      { ...place, kind: 'failure', failure: server },
      { ...place, kind: 'more', list, count: 1 },
    ] as const) {
      assert.deepEqual(await tree.children(node), []);
    }
  });

  describe('once it is disposed', () => {
    it('cuts what is under way, and rejects whatever else is asked', async () => {
      const never = new Promise<never>(() => undefined);
      const { tree, requests } = createProfileTree({ list: () => never });
      const pending = await nodeAt(tree, WORKSPACE, 'pending');
      const waiting = tree.children(pending);
      await settlePromises();
      const count = requests.length;
      tree.dispose();
      await assert.rejects(waiting, { name: 'AbortError' });
      for (const status of ['reserved', 'pending']) {
        const node = await nodeAt(tree, WORKSPACE, status);
        await assert.rejects(tree.children(node), { name: 'AbortError' });
      }
      tree.refresh();
      await assert.rejects(tree.root(), { name: 'AbortError' });
      assert.equal(requests.length, count);
    });

    it('cuts the fetch of a Task, and leaves nothing of it', async () => {
      const never = new Promise<never>(() => undefined);
      const { tree, store } = createProfileTree({ list: withoutAttributes, resource: () => never });
      const waiting = tree.children(await nodeAt(tree, WORKSPACE, 'pending', TASK));
      await settlePromises();
      tree.dispose();
      await assert.rejects(waiting, { name: 'AbortError' });
      const task = { profileId: PROFILE, workspaceSid: WORKSPACE, taskSid: TASK };
      assert.equal(store.get(task), undefined);
    });
  });
});
