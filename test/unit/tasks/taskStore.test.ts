import assert from 'node:assert/strict';
import type { Connections } from '../../../src/core/profiles/connection.ts';
import type { Profile } from '../../../src/core/profiles/profile.ts';
import type {
  ProfiledResource,
  ProfiledTask,
  ResourceReference,
} from '../../../src/core/resources/resourceReference.ts';
import { TaskRouterFailure, type Failure } from '../../../src/core/taskrouter/failure.ts';
import type { ResourceAnswer } from '../../../src/core/taskrouter/resourceAnswer.ts';
import { TaskStore, type TaskRecord } from '../../../src/core/tasks/taskStore.ts';

const task: ProfiledTask = {
  profileId: 'env',
  workspaceSid: 'WSfedcba9876543210fedcba9876543210',
  taskSid: 'WT0123456789abcdef0123456789abcdef',
};
const failure = { kind: 'server', host: 'localhost', status: 500 } as const;

interface Request {
  readonly profileId: string;
  readonly resource: ResourceReference;
  readonly signal: AbortSignal;
  readonly answer: (text: string) => void;
  readonly fail: (error: unknown) => void;
}

/** A source whose requests the test answers, and which rejects on abort, as `TaskSource` requires. */
function setUp() {
  const requests: Request[] = [];
  const revocation = new AbortController();
  const connections: Connections = {
    open: (profileId) => {
      if (profileId === 'gone') {
        const unknown = new TaskRouterFailure({ kind: 'unknownProfile', profileId });
        return Promise.reject(unknown);
      }
      return Promise.resolve({
        revoked: revocation.signal,
        profile: {
          id: 'env',
          name: 'env',
          origin: 'stored',
          sid: '',
          apiBaseUrl: 'https://localhost',
        },
        source: {
          fetchResource: (resource, signal) =>
            new Promise<ResourceAnswer>((resolve, reject) => {
              const answer = (text: string) => {
                resolve({ text });
              };
              signal.addEventListener('abort', () => {
                reject(signal.reason as Error);
              });
              requests.push({ profileId, resource, signal, answer, fail: reject });
            }),
          listResources: () => Promise.reject(new Error('not asked for here')),
          fetchStatistics: () => Promise.reject(new Error('not asked for here')),
          listWorkspaces: () => {
            throw new Error('not asked for here');
          },
          findFlexWorkspace: () => Promise.reject(new Error('not asked for here')),
        },
      });
    },
  };
  const store = new TaskStore(connections, () => 1234);
  const records: (TaskRecord | undefined)[] = [];
  store.onDidChange((changed) => records.push(store.get(changed)));
  return { store, requests, records, revocation };
}

const never = () => new AbortController().signal;
/** Lets all callbacks of settled promises run. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** The request at `index`, which must exist. */
function at(requests: readonly Request[], index: number): Request {
  const request = requests[index];
  assert.ok(request !== undefined, `request ${index} was not made`);
  return request;
}

describe('TaskStore', () => {
  it('sends one request for twenty callers, who all get its answer', async () => {
    const { store, requests } = setUp();
    const callers = Array.from({ length: 20 }, () => store.fetch(task, never()));
    await settle();
    assert.equal(requests.length, 1);
    at(requests, 0).answer('{}');
    const answers = await Promise.all(callers);
    assert.deepEqual(new Set(answers).size, 1);
    assert.deepEqual(answers[0], { text: '{}', fetchedAt: 1234 });
  });

  it('sends a new request after the previous one has ended', async () => {
    const { store, requests } = setUp();
    for (const text of ['1', '2']) {
      const fetched = store.fetch(task, never());
      await settle();
      requests.at(-1)?.answer(text);
      assert.equal((await fetched).text, text);
    }
    assert.equal(requests.length, 2);
    assert.equal(store.get(task)?.fetched?.text, '2');
  });

  it('sends a separate request for each profile', async () => {
    const { store, requests } = setUp();
    void store.fetch(task, never());
    void store.fetch({ ...task, profileId: 'other' }, never());
    await settle();
    assert.deepEqual(
      requests.map(({ profileId }) => profileId),
      ['env', 'other'],
    );
    at(requests, 1).answer('{}');
    await settle();
    assert.equal(store.get(task)?.fetched, undefined);
  });

  it('updates the record before the caller continues', async () => {
    const { store, requests, records } = setUp();
    const fetched = store.fetch(task, never());
    assert.equal(store.get(task)?.fetching, true);
    await settle();
    at(requests, 0).answer('{}');
    await fetched;
    assert.deepEqual(
      records.map((record) => record?.fetching),
      [true, false],
    );
    assert.equal(records.at(-1)?.fetched?.text, '{}');
  });

  it('tells what a profile brought, also of a Task that was let go of', async () => {
    const { store, requests } = setUp();
    for (const text of ['1', '2']) {
      const fetched = store.fetch(task, never());
      await settle();
      requests.at(-1)?.answer(text);
      await fetched;
    }
    const texts = () => store.fetchedBy('env').map(({ fetched }) => fetched.text);
    assert.deepEqual(texts(), ['2']);
    store.release(task);
    assert.deepEqual(texts(), ['2']);
    assert.deepEqual(store.fetchedBy('other'), []);
    store.dropProfile('env');
    assert.deepEqual(texts(), []);
  });

  it('records a failure beside the last answer, and clears it with the next', async () => {
    const { store, requests } = setUp();
    const outcomes = [
      () => {
        at(requests, 0).answer('{}');
      },
      () => {
        at(requests, 1).fail(new TaskRouterFailure(failure));
      },
      () => {
        at(requests, 2).answer('[]');
      },
    ];
    const records = [];
    for (const outcome of outcomes) {
      const fetched = store.fetch(task, never()).catch(() => undefined);
      await settle();
      outcome();
      await fetched;
      records.push(store.get(task));
    }
    const first = { text: '{}', fetchedAt: 1234 };
    assert.deepEqual(records, [
      { fetched: first, fetching: false },
      { fetched: first, failure, failedAt: 1234, fetching: false },
      { fetched: { text: '[]', fetchedAt: 1234 }, fetching: false },
    ]);
  });

  it('rejects for every caller and does not cache a failure', async () => {
    const { store, requests } = setUp();
    const callers = [store.fetch(task, never()), store.fetch(task, never())];
    const outcomes = Promise.allSettled(callers);
    await settle();
    at(requests, 0).fail(new TaskRouterFailure(failure));
    assert.deepEqual(
      (await outcomes).map(({ status }) => status),
      ['rejected', 'rejected'],
    );
    void store.fetch(task, never());
    await settle();
    assert.equal(requests.length, 2);
  });

  it('fails without such a profile, and can fetch again', async () => {
    const { store } = setUp();
    for (const attempt of [1, 2]) {
      await assert.rejects(
        store.fetch({ ...task, profileId: 'gone' }, never()),
        TaskRouterFailure,
        `attempt ${attempt}`,
      );
    }
    assert.equal(store.get({ ...task, profileId: 'gone' })?.failure?.kind, 'unknownProfile');
  });

  it('continues for the others if one caller cancels', async () => {
    const { store, requests } = setUp();
    const leaving = new AbortController();
    const left = store.fetch(task, leaving.signal);
    const stayed = store.fetch(task, never());
    await settle();
    leaving.abort();
    await assert.rejects(left, { name: 'AbortError' });
    assert.equal(at(requests, 0).signal.aborted, false);
    at(requests, 0).answer('{}');
    assert.equal((await stayed).text, '{}');
  });

  it('aborts the request if the last caller cancels, without a failure', async () => {
    const { store, requests } = setUp();
    const leaving = [new AbortController(), new AbortController()];
    const callers = Promise.allSettled(leaving.map(({ signal }) => store.fetch(task, signal)));
    await settle();
    for (const controller of leaving) controller.abort();
    await callers;
    await settle();
    assert.equal(at(requests, 0).signal.aborted, true);
    assert.deepEqual(store.get(task), { fetching: false });
  });

  it('does not join an aborted request', async () => {
    const { store, requests } = setUp();
    const leaving = new AbortController();
    const left = store.fetch(task, leaving.signal).catch(() => undefined);
    await settle();
    leaving.abort();
    const next = store.fetch(task, never());
    await left;
    await settle();
    assert.equal(requests.length, 2);
    assert.equal(store.get(task)?.fetching, true);
    at(requests, 1).answer('{}');
    assert.equal((await next).text, '{}');
    assert.equal(store.get(task)?.fetching, false);
  });

  it('releases a Task, but not during a request', async () => {
    const { store, requests } = setUp();
    const leaving = new AbortController();
    const left = store.fetch(task, leaving.signal).catch(() => undefined);
    await settle();
    store.release(task);
    assert.deepEqual(store.get(task), { fetching: true });
    leaving.abort();
    store.release(task);
    await left;
    await settle();
    assert.equal(store.get(task), undefined);

    const next = store.fetch(task, never());
    await settle();
    at(requests, 1).answer('{}');
    await next;
    assert.equal(store.get(task)?.fetched?.text, '{}');
    store.release(task);
    assert.equal(store.get(task), undefined);
  });

  it('sends no request for a caller that has already canceled', async () => {
    const { store, requests } = setUp();
    await assert.rejects(store.fetch(task, AbortSignal.abort()), { name: 'AbortError' });
    await settle();
    assert.equal(requests.length, 0);
  });

  it('stores other resources separately from their Task', async () => {
    const { store, requests } = setUp();
    const { profileId, workspaceSid } = task;
    const sid = `WR${task.taskSid.slice(2)}`;
    const resources = [{ profileId, workspaceSid }, task, { ...task, sid }];
    for (const [index, resource] of resources.entries()) {
      const fetched = store.fetch(resource, never());
      await settle();
      at(requests, index).answer(`[${index}]`);
      await fetched;
    }
    assert.deepEqual(
      requests.map(({ resource }) => resource),
      resources,
    );
    assert.deepEqual(
      resources.map((resource) => store.get(resource)?.fetched?.text),
      ['[0]', '[1]', '[2]'],
    );
  });

  describe('of a Task that was fetched', () => {
    const text = '{"assignment_status":"pending","age":75,"task_queue_friendly_name":"Support"}';
    /** Fetches a resource with this answer. */
    const fetchAs = async (
      { store, requests }: ReturnType<typeof setUp>,
      resource: ProfiledResource,
      answer: string | Failure,
    ) => {
      const fetched = store.fetch(resource, never()).catch(() => undefined);
      await settle();
      const request = requests.at(-1);
      if (typeof answer === 'string') request?.answer(answer);
      else request?.fail(new TaskRouterFailure(answer));
      await fetched;
    };

    it('knows a few facts by its SID in either case, also after a release', async () => {
      const part = setUp();
      await fetchAs(part, task, text);
      part.store.release(task);
      assert.equal(part.store.get(task), undefined);
      const known = { task, status: 'pending', queueName: 'Support', ageSeconds: 75 };
      for (const sid of [task.taskSid, `WT${task.taskSid.slice(2).toUpperCase()}`]) {
        assert.deepEqual(part.store.knownTasks(sid), [{ ...known, fetchedAt: 1234 }]);
      }
      assert.deepEqual(part.store.knownTasks('WT0'), []);
      assert.deepEqual(part.store.knownTasks(''), []);
    });

    it('knows the latest facts for each profile and Workspace, the last fetched first', async () => {
      const part = setUp();
      const other = { ...task, profileId: 'other' };
      const upper = { ...task, taskSid: `WT${task.taskSid.slice(2).toUpperCase()}` };
      for (const one of [task, other]) await fetchAs(part, one, '{"assignment_status":"pending"}');
      await fetchAs(part, upper, '{"assignment_status":"assigned"}');
      assert.deepEqual(part.store.knownTasks(task.taskSid), [
        { task: upper, status: 'assigned', fetchedAt: 1234 },
        { task: other, status: 'pending', fetchedAt: 1234 },
      ]);
    });

    it('knows nothing once the Task is deleted, but still after any other failure', async () => {
      const part = setUp();
      await fetchAs(part, task, text);
      await fetchAs(part, task, failure);
      assert.equal(part.store.knownTasks(task.taskSid).length, 1);
      await fetchAs(part, task, { kind: 'notFound', host: 'localhost', prefix: 'WT' });
      assert.deepEqual(part.store.knownTasks(task.taskSid), []);
    });

    it('ignores its Reservations, also if one is not found', async () => {
      const part = setUp();
      const reservation = { ...task, sid: `WR${task.taskSid.slice(2)}` };
      await fetchAs(part, reservation, '{"sid":"WR"}');
      assert.deepEqual(part.store.knownTasks(task.taskSid), []);
      await fetchAs(part, task, text);
      await fetchAs(part, reservation, { kind: 'notFound', host: 'localhost', prefix: 'WR' });
      assert.equal(part.store.knownTasks(task.taskSid).length, 1);
    });

    it('knows the last five hundred', async () => {
      const part = setUp();
      const numbered = (number: number) => ({
        ...task,
        taskSid: `WT${String(number).padStart(32, '0')}`,
      });
      for (let number = 0; number < 500; number++) await fetchAs(part, numbered(number), text);
      await fetchAs(part, numbered(0), text);
      await fetchAs(part, numbered(500), text);
      const isKnown = (number: number) =>
        part.store.knownTasks(numbered(number).taskSid).length === 1;
      assert.deepEqual([0, 1, 2, 499, 500].map(isKnown), [true, false, true, true, true]);
    });

    it('knows nothing once its profile is removed', async () => {
      const part = setUp();
      const other = { ...task, profileId: 'other' };
      for (const one of [task, other]) await fetchAs(part, one, text);
      part.store.release(task);
      part.store.dropProfile('env');
      const known = part.store.knownTasks(task.taskSid);
      assert.deepEqual(
        known.map(({ task: { profileId } }) => profileId),
        ['other'],
      );
    });
  });

  describe('when a profile is removed', () => {
    it('drops its answers with a failure, and keeps those of other profiles', async () => {
      const { store, requests, records } = setUp();
      const other = { ...task, profileId: 'other' };
      for (const one of [task, other]) {
        const fetched = store.fetch(one, never());
        await settle();
        requests.at(-1)?.answer('{}');
        await fetched;
      }
      const before = records.length;
      store.dropProfile('env');
      const unknown = { kind: 'unknownProfile', profileId: 'env' };
      assert.deepEqual(store.get(task), { failure: unknown, failedAt: 1234, fetching: false });
      assert.equal(store.get(other)?.fetched?.text, '{}');
      assert.equal(records.length, before + 1);
    });

    it('does not keep a late answer', async () => {
      const { store, requests, revocation } = setUp();
      const fetched = store.fetch(task, never());
      await settle();
      store.dropProfile('env');
      revocation.abort();
      at(requests, 0).answer('{"secret":1}');
      await assert.rejects(fetched, { name: 'AbortError' });
      assert.equal(store.get(task)?.fetched, undefined);
      assert.deepEqual(store.knownTasks(task.taskSid), []);
      assert.equal(store.get(task)?.failure?.kind, 'unknownProfile');
      assert.equal(store.get(task)?.fetching, false);
    });
  });

  describe('when its profile changes its host', () => {
    const env: Profile = {
      ...{ id: 'env', name: 'env', origin: 'environment', sid: 'SK1' },
      apiBaseUrl: 'http://127.0.0.1:4010/mock',
    };
    const moved = { kind: 'profileMoved', profileName: 'env', host: '127.0.0.1:4010' };
    const fetchBoth = async ({ store, requests }: ReturnType<typeof setUp>) => {
      const other = { ...task, profileId: 'other' };
      for (const one of [task, other]) {
        const fetched = store.fetch(one, never());
        await settle();
        requests.at(-1)?.answer('{"from":"before"}');
        await fetched;
      }
      return other;
    };

    it('keeps its answers marked with the earlier host, and no others', async () => {
      const world = setUp();
      const { store } = world;
      const other = await fetchBoth(world);
      store.leaveHost(env);
      assert.equal(store.get(task)?.fetched?.text, '{"from":"before"}');
      assert.equal(store.get(task)?.formerProfile, env);
      assert.equal(store.get(other)?.formerProfile, undefined);
      assert.deepEqual(
        store.knownTasks(task.taskSid).map(({ task: { profileId } }) => profileId),
        ['other'],
      );
      assert.deepEqual(store.fetches(task), [], 'nothing is compared across hosts');
    });

    it('sends no transient request until it is fetched again', async () => {
      const world = setUp();
      const { store, requests } = world;
      await fetchBoth(world);
      store.leaveHost(env);
      const before = requests.length;
      await assert.rejects(
        store.fetchTransient(task, never(), () => true),
        { failure: moved },
      );
      assert.equal(requests.length, before);
      const fetched = store.fetch(task, never());
      await settle();
      requests.at(-1)?.answer('{"from":"after"}');
      await fetched;
      assert.equal(store.get(task)?.formerProfile, undefined);
      assert.equal(store.get(task)?.fetched?.text, '{"from":"after"}');
      const glanced = store.fetchTransient(task, never(), () => true);
      await settle();
      requests.at(-1)?.answer('{}');
      await glanced;
    });

    it('keeps the mark after a failed fetch and after another change', async () => {
      const world = setUp();
      const { store, requests } = world;
      await fetchBoth(world);
      store.leaveHost(env);
      const failed = assert.rejects(store.fetch(task, never()));
      await settle();
      requests.at(-1)?.fail(new TaskRouterFailure({ kind: 'notJson', host: 'h' }));
      await failed;
      assert.equal(store.get(task)?.failure?.kind, 'notJson');
      assert.equal(store.get(task)?.formerProfile, env);
      store.leaveHost({ ...env, apiBaseUrl: 'http://127.0.0.1:4011' });
      assert.equal(store.get(task)?.formerProfile, env, 'it is of the first host');
    });

    it('removes the mark once the profile changes back', async () => {
      const world = setUp();
      const { store, records } = world;
      await fetchBoth(world);
      const there = { ...env, apiBaseUrl: 'http://127.0.0.1:4011' };
      store.leaveHost(env, there);
      store.leaveHost(there, { ...env, sid: 'SK2' });
      assert.equal(store.get(task)?.formerProfile, env, 'with another SID it is not');
      const before = records.length;
      store.leaveHost(there, env);
      assert.equal(store.get(task)?.formerProfile, undefined);
      assert.equal(store.get(task)?.fetched?.text, '{"from":"before"}');
      assert.equal(records.length, before + 1, 'who shows it hears of it');
    });

    it('does not mark a resource whose first fetch was aborted', async () => {
      const { store, requests, revocation } = setUp();
      const cut = assert.rejects(store.fetch(task, never()), { name: 'AbortError' });
      await settle();
      store.leaveHost(env);
      revocation.abort();
      at(requests, 0).answer('{}');
      await cut;
      assert.deepEqual(store.get(task), { fetching: false });
    });
  });

  describe('with a transient fetch', () => {
    const isOpen = () => false;

    it('answers, fires its event, and keeps nothing', async () => {
      const { store, requests, records } = setUp();
      const glance = store.fetchTransient(task, never(), isOpen);
      await settle();
      at(requests, 0).answer('{"sid":"x"}');
      assert.deepEqual(await glance, { text: '{"sid":"x"}', fetchedAt: 1234 });
      assert.equal(records.at(-1)?.fetched?.text, '{"sid":"x"}');
      assert.equal(store.get(task), undefined);
    });

    for (const [what, before, after] of [
      ['before it', true, false],
      ['after it', false, true],
    ] as const) {
      it(`shares the request of a fetch ${what}, which keeps the answer`, async () => {
        const { store, requests } = setUp();
        const fetches: Promise<unknown>[] = [];
        if (before) fetches.push(store.fetch(task, never()));
        const glance = store.fetchTransient(task, never(), isOpen);
        if (after) fetches.push(store.fetch(task, never()));
        const kept = fetches.map((fetch) => fetch.then(() => store.get(task)?.fetched?.text));
        await settle();
        assert.equal(requests.length, 1);
        at(requests, 0).answer('{}');
        await glance;
        assert.deepEqual(await Promise.all(kept), ['{}']);
        assert.equal(store.get(task)?.fetched?.text, '{}');
      });
    }

    it('keeps earlier records, and those of open documents', async () => {
      const { store, requests } = setUp();
      const open = store.fetchTransient(task, never(), () => true);
      await settle();
      at(requests, 0).answer('{"a":1}');
      await open;
      const glance = store.fetchTransient(task, never(), isOpen);
      await settle();
      at(requests, 1).answer('{"a":2}');
      await glance;
      assert.equal(store.get(task)?.fetched?.text, '{"a":2}');
    });

    it('keeps nothing with two transient fetches, one canceled, or a failure', async () => {
      const { store, requests } = setUp();
      const leaving = new AbortController();
      const [left, stayed] = [leaving.signal, never()].map((signal) =>
        store.fetchTransient(task, signal, isOpen),
      );
      await settle();
      leaving.abort();
      await assert.rejects(left ?? Promise.resolve(), { name: 'AbortError' });
      at(requests, 0).fail(new TaskRouterFailure(failure));
      await assert.rejects(stayed ?? Promise.resolve(), { failure });
      assert.equal(requests.length, 1);
      assert.equal(store.get(task), undefined);
    });
  });
});
