import assert from 'node:assert/strict';
import type { ProfiledTask } from '../../../../src/core/resources/resourceReference.ts';
import { TaskRouterFailure, type Failure } from '../../../../src/core/taskrouter/failure.ts';
import type { ResourceAnswer } from '../../../../src/core/taskrouter/resourceAnswer.ts';
import type { TaskSource } from '../../../../src/core/taskrouter/taskSource.ts';
import type { Workspace } from '../../../../src/core/taskrouter/workspace.ts';
import {
  searchWorkspaces,
  type WorkspaceSearch,
} from '../../../../src/core/tasks/search/workspaceSearch.ts';
import { TaskStore } from '../../../../src/core/tasks/taskStore.ts';

const profileId = 'env';
const taskSid = 'WT0123456789abcdef0123456789abcdef';
const host = 'localhost';
const notFound: Failure = { kind: 'notFound', host, prefix: 'WT' };
const forbidden: Failure = { kind: 'forbidden', host };
const unauthorized: Failure = { kind: 'unauthorized', host };
const server: Failure = { kind: 'server', host, status: 500 };

const sid = (name: string) => `WS${Buffer.from(name).toString('hex').padStart(32, '0')}`;
const nameOf = (workspaceSid: string) =>
  Buffer.from(workspaceSid.slice(2), 'hex').toString().replaceAll('\0', '');
const task = (name: string) => ({ profileId, workspaceSid: sid(name), taskSid });
const workspaces = (...names: readonly string[]): Workspace[] =>
  names.map((friendlyName) => ({ sid: sid(friendlyName), friendlyName }));

/** Lets all callbacks of settled promises run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** A pending request, which ends when the test settles it or when it is aborted. */
class Pending<T> {
  readonly signal: AbortSignal;
  readonly promise: Promise<T>;
  over = false;
  #resolve!: (value: T) => void;
  #reject!: (error: unknown) => void;

  constructor(signal: AbortSignal) {
    this.signal = signal;
    this.promise = new Promise<T>((resolve, reject) => {
      this.#resolve = resolve;
      this.#reject = reject;
    });
    signal.addEventListener('abort', () => {
      this.fail(signal.reason);
    });
  }

  answer(value: T): void {
    this.over = true;
    this.#resolve(value);
  }

  fail(error: unknown): void {
    this.over = true;
    this.#reject(error);
  }
}

/** The requests to the source of a profile in order, which the test answers. */
class Asked {
  readonly #all = new Map<string, Pending<unknown>>();

  get names(): string[] {
    return [...this.#all.keys()];
  }

  get underWay(): string[] {
    return this.names.filter((name) => !this.pending(name).over);
  }

  ask<T>(name: string, signal: AbortSignal): Promise<T> {
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    assert.ok(!this.#all.has(name), `${name} was asked twice`);
    const pending = new Pending<T>(signal);
    this.#all.set(name, pending as Pending<unknown>);
    return pending.promise;
  }

  pending(name: string): Pending<unknown> {
    const pending = this.#all.get(name);
    assert.ok(pending !== undefined, `${name} was not asked, but ${this.names.join(', ')}`);
    return pending;
  }
}

/** A running search; its requests are named "flex", "page 1", or by their Workspace. */
async function start(
  search: Partial<WorkspaceSearch<ProfiledTask>> = {},
  openIn: readonly string[] = [],
) {
  const asked = new Asked();
  const source: TaskSource = {
    fetchResource: (wanted, signal) =>
      asked.ask<ResourceAnswer>(nameOf(wanted.workspaceSid), signal),
    listResources: () => Promise.reject(new Error('not asked for here')),
    fetchStatistics: () => Promise.reject(new Error('not asked for here')),
    findFlexWorkspace: (signal) => asked.ask('flex', signal),
    listWorkspaces: async function* (signal) {
      for (let number = 1; ; number++) {
        const page = await asked.ask<readonly Workspace[] | undefined>(`page ${number}`, signal);
        if (page === undefined) return;
        yield page;
      }
    },
  };
  const profile = {
    id: profileId,
    name: 'env',
    origin: 'stored',
    sid: '',
    apiBaseUrl: 'https://localhost',
  } as const;
  const { signal: revoked } = new AbortController();
  const open = () => Promise.resolve({ profile, source, revoked });
  const store = new TaskStore({ open }, () => 1234);
  const learned: string[] = [];
  const parts = {
    store,
    source,
    onWorkspaces: (page: readonly Workspace[]) => {
      learned.push(page.map(({ friendlyName }) => friendlyName).join(' '));
    },
    isOpen: ({ workspaceSid }: { workspaceSid: string }) => openIn.includes(nameOf(workspaceSid)),
  };
  const controller = new AbortController();
  const resourceIn = (workspaceSid: string) => ({ profileId, workspaceSid, taskSid });
  const whole = { resourceIn, guesses: [], ruledOut: [], ...search };
  const result = searchWorkspaces(whole, parts, controller.signal);
  result.catch(() => undefined);
  await settle();

  const step = async (name: string, act: (pending: Pending<unknown>) => void) => {
    act(asked.pending(name));
    await settle();
  };
  return {
    asked,
    store,
    learned,
    result,
    controller,
    answer: (name: string, value: unknown) =>
      step(name, (pending) => {
        pending.answer(value);
      }),
    fail: (name: string, failure: Failure) =>
      step(name, (pending) => {
        pending.fail(new TaskRouterFailure(failure));
      }),
    miss: async (...names: readonly string[]) => {
      for (const name of names) {
        asked.pending(name).fail(new TaskRouterFailure(notFound));
        await settle();
      }
    },
    /** Continues until the list of one page is requested. */
    list: async (...names: readonly string[]) => {
      asked.pending('flex').answer(undefined);
      await settle();
      asked.pending('page 1').answer(workspaces(...names));
      await settle();
    },
  };
}

const isFailure = (failure: Failure) => (error: unknown) => {
  assert.ok(error instanceof TaskRouterFailure, String(error));
  assert.deepEqual(error.failure, failure);
  return true;
};

describe('searchWorkspaces', () => {
  it('requests only the first guess if it is right, and leaves the answer in the store', async () => {
    const search = await start({ guesses: [sid('A'), sid('B')] });
    await search.answer('A', { text: '{}' });
    assert.deepEqual(await search.result, { kind: 'found', resource: task('A') });
    assert.deepEqual(search.asked.names, ['A']);
    assert.equal(search.store.get(task('A'))?.fetched?.text, '{}');
  });

  it('tries the guesses one after the other, then the Workspace of Flex, then the listed ones', async () => {
    const search = await start({ guesses: [sid('A'), sid('B')] });
    assert.deepEqual(search.asked.underWay, ['A']);
    await search.miss('A');
    assert.deepEqual(search.asked.underWay, ['B']);
    await search.miss('B');
    assert.deepEqual(search.asked.underWay, ['flex']);
    await search.answer('flex', sid('F'));
    assert.deepEqual(search.asked.underWay, ['F']);
    await search.miss('F');
    assert.deepEqual(search.asked.underWay, ['page 1']);
    await search.answer('page 1', workspaces('C'));
    assert.deepEqual(search.asked.underWay, ['C']);
    await search.answer('C', { text: '{}' });
    assert.deepEqual(await search.result, { kind: 'found', resource: task('C') });
  });

  it('does not list Workspaces if the Task is in Flex’s', async () => {
    const search = await start();
    await search.answer('flex', sid('F'));
    await search.answer('F', { text: '{}' });
    assert.deepEqual(await search.result, { kind: 'found', resource: task('F') });
    assert.deepEqual(search.asked.names, ['flex', 'F']);
  });

  it('tries no Workspace twice, and none that is ruled out', async () => {
    const upper = `WS${sid('~').slice(2).toUpperCase()}`;
    const search = await start({ guesses: [upper, sid('~')], ruledOut: [sid('X')] });
    await search.miss('~');
    await search.answer('flex', sid('~'));
    await search.answer('page 1', workspaces('X', '~', 'C'));
    await search.miss('C');
    await search.answer('page 2', workspaces('C', 'X'));
    await search.answer('page 3', undefined);
    assert.deepEqual(search.asked.names, ['~', 'flex', 'page 1', 'C', 'page 2', 'page 3']);
    assert.equal((await search.result).kind, 'missing');
  });

  it('sends at most four requests at a time, and the next when one ends', async () => {
    const search = await start();
    await search.list('A', 'B', 'C', 'D', 'E', 'F');
    assert.deepEqual(search.asked.underWay, ['A', 'B', 'C', 'D']);
    await search.miss('C');
    assert.deepEqual(search.asked.underWay, ['A', 'B', 'D', 'E']);
    await search.miss('A', 'B', 'D');
    assert.deepEqual(search.asked.underWay, ['E', 'F']);
    await search.miss('E', 'F');
    assert.deepEqual(search.asked.underWay, ['page 2']);
  });

  it('lists the next page after trying all of a page, and reports each page', async () => {
    const search = await start();
    await search.list('A', 'B');
    assert.deepEqual(search.learned, ['A B']);
    await search.miss('A');
    assert.deepEqual(search.asked.underWay, ['B']);
    await search.miss('B');
    await search.answer('page 2', workspaces('C'));
    assert.deepEqual(search.learned, ['A B', 'C']);
    await search.answer('C', { text: '{}' });
    assert.deepEqual(await search.result, { kind: 'found', resource: task('C') });
    assert.ok(!search.asked.names.includes('page 3'));
  });

  it('aborts the other requests once one succeeds, and releases the failed ones', async () => {
    const search = await start();
    await search.list('A', 'B', 'C', 'D', 'E', 'F');
    await search.miss('A');
    await search.answer('C', { text: '{}' });
    assert.deepEqual(await search.result, { kind: 'found', resource: task('C') });
    for (const name of ['B', 'D', 'E']) assert.ok(search.asked.pending(name).signal.aborted, name);
    assert.deepEqual(search.asked.names.slice(2), ['A', 'B', 'C', 'D', 'E']);
    const known = ['A', 'B', 'C', 'D', 'E', 'F'].filter((name) => search.store.get(task(name)));
    assert.deepEqual(known, ['C']);
  });

  it('keeps a failed record whose document is open', async () => {
    const search = await start({ guesses: [sid('A'), sid('B')] }, ['B']);
    await search.miss('A', 'B');
    assert.equal(search.store.get(task('A')), undefined);
    assert.deepEqual(search.store.get(task('B'))?.failure, notFound);
  });

  it('joins a pending request for the same Task without aborting it', async () => {
    const search = await start();
    const other = new AbortController();
    const waiting = search.store.fetch(task('B'), other.signal);
    await search.list('A', 'B');
    await search.answer('A', { text: '{}' });
    assert.equal((await search.result).kind, 'found');
    assert.ok(!search.asked.pending('B').signal.aborted);
    assert.equal(search.store.get(task('B'))?.fetching, true);
    await search.answer('B', { text: '[]' });
    assert.equal((await waiting).text, '[]');
  });

  it('returns all Workspaces of the profile if the Task is in none', async () => {
    const search = await start({ guesses: [sid('unseen')], ruledOut: [sid('A')] });
    await search.miss('unseen');
    await search.list('A', 'B');
    await search.miss('B');
    await search.answer('page 2', workspaces('C'));
    await search.miss('C');
    await search.answer('page 3', undefined);
    assert.deepEqual(await search.result, {
      kind: 'missing',
      workspaces: workspaces('A', 'B', 'C'),
    });
  });

  for (const failure of [forbidden, unauthorized, server]) {
    it(`stops if a guess fails as ${failure.kind}`, async () => {
      const search = await start({ guesses: [sid('A')] });
      await search.fail('A', failure);
      await assert.rejects(search.result, isFailure(failure));
      assert.deepEqual(search.asked.names, ['A']);
      assert.equal(search.store.get(task('A')), undefined);
    });

    it(`fails and aborts the others if a listed Workspace fails as ${failure.kind}`, async () => {
      const search = await start();
      await search.list('A', 'B', 'C', 'D', 'E');
      await search.fail('C', failure);
      await assert.rejects(search.result, isFailure(failure));
      for (const name of ['A', 'B', 'D']) {
        assert.ok(search.asked.pending(name).signal.aborted, name);
      }
      assert.deepEqual(search.asked.names.slice(2), ['A', 'B', 'C', 'D']);
      const known = ['A', 'B', 'C', 'D'].filter((name) => search.store.get(task(name)));
      assert.deepEqual(known, []);
    });
  }

  it('returns the Workspaces that are ruled out if the list fails', async () => {
    const search = await start({ guesses: [sid('A')], ruledOut: [sid('X')] });
    await search.miss('A');
    await search.answer('flex', sid('F'));
    await search.miss('F');
    await search.fail('page 1', forbidden);
    assert.deepEqual(await search.result, {
      kind: 'listFailed',
      failure: forbidden,
      ruledOut: ['X', 'A', 'F'].map(sid),
    });
  });

  it('does the same if only a later page fails', async () => {
    const search = await start();
    await search.list('A', 'B');
    await search.miss('A', 'B');
    await search.fail('page 2', server);
    assert.deepEqual(await search.result, {
      kind: 'listFailed',
      failure: server,
      ruledOut: ['A', 'B'].map(sid),
    });
  });

  it('fails if the list refuses the credentials', async () => {
    const inRegion = { ...unauthorized, kind: 'unauthorizedInRegion', region: 'ie1' } as const;
    const notServed = { kind: 'notServed', host, region: 'au1', code: 20404 } as const;
    for (const failure of [unauthorized, inRegion, notServed]) {
      const search = await start();
      await search.answer('flex', undefined);
      await search.fail('page 1', failure);
      await assert.rejects(search.result, isFailure(failure));
    }
  });

  it('rejects with any other error', async () => {
    const bug = new TypeError('bug');
    const search = await start();
    await search.answer('flex', undefined);
    search.asked.pending('page 1').fail(bug);
    await assert.rejects(search.result, bug);
  });

  const cancelled: [when: string, reach: (search: Awaited<ReturnType<typeof start>>) => unknown][] =
    [
      ['in a guess', () => undefined],
      ['while Flex is asked', (search) => search.miss('A')],
      [
        'while the list is read',
        async (search) => {
          await search.miss('A');
          await search.answer('flex', undefined);
        },
      ],
      [
        'while four are tried',
        async (search) => {
          await search.miss('A');
          await search.list('B', 'C', 'D', 'E', 'F');
          assert.equal(search.asked.underWay.length, 4);
        },
      ],
    ];
  for (const [when, reach] of cancelled) {
    it(`aborts all requests if canceled ${when}, and sends no more`, async () => {
      const search = await start({ guesses: [sid('A')] });
      await reach(search);
      const { underWay, names } = search.asked;
      assert.ok(underWay.length > 0);
      const reason = new Error('changed my mind');
      search.controller.abort(reason);
      await assert.rejects(search.result, reason);
      for (const name of underWay) assert.ok(search.asked.pending(name).signal.aborted, name);
      assert.deepEqual(search.asked.names, names);
      const known = ['A', 'B', 'C', 'D', 'E'].filter((name) => search.store.get(task(name)));
      assert.deepEqual(known, []);
    });
  }
});
