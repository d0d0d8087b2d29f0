import assert from 'node:assert/strict';
import { TaskRouterFailure } from '../../../src/core/failures/taskRouterFailure.ts';
import type { Connections } from '../../../src/core/profiles/connections.ts';
import type { ProfiledTask } from '../../../src/core/tasks/profiledTask.ts';
import type { TaskAnswer } from '../../../src/core/tasks/taskSource.ts';
import { TaskStore, type TaskRecord } from '../../../src/core/tasks/taskStore.ts';

const task: ProfiledTask = {
  profileId: 'env',
  workspaceSid: 'WSfedcba9876543210fedcba9876543210',
  taskSid: 'WT0123456789abcdef0123456789abcdef',
};
const failure = { kind: 'server', host: 'localhost', status: 500 } as const;

interface Request {
  readonly profileId: string;
  readonly signal: AbortSignal;
  readonly answer: (text: string) => void;
  readonly fail: (error: unknown) => void;
}

/** A source whose requests the test answers by hand, and which rejects when cut, as the port says. */
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
          fetchTask: (_task, signal) =>
            new Promise<TaskAnswer>((resolve, reject) => {
              const answer = (text: string) => {
                resolve({ text });
              };
              signal.addEventListener('abort', () => {
                reject(signal.reason as Error);
              });
              requests.push({ profileId, signal, answer, fail: reject });
            }),
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
/** Lets everything that waits on settled promises go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

/** The request at `index`, which must have been made. */
function at(requests: readonly Request[], index: number): Request {
  const request = requests[index];
  assert.ok(request !== undefined, `request ${index} was not made`);
  return request;
}

describe('TaskStore', () => {
  it('makes one request for twenty callers, who all get its answer', async () => {
    const { store, requests } = setUp();
    const callers = Array.from({ length: 20 }, () => store.fetch(task, never()));
    await settle();
    assert.equal(requests.length, 1);
    at(requests, 0).answer('{}');
    const answers = await Promise.all(callers);
    assert.deepEqual(new Set(answers).size, 1);
    assert.deepEqual(answers[0], { text: '{}', fetchedAt: 1234 });
  });

  it('asks anew once a request has ended', async () => {
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

  it('asks each profile for its own', async () => {
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

  it('keeps the record up to date before the caller goes on', async () => {
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

  it('notes a failure beside the last good answer, and forgets it with the next', async () => {
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

  it('tells a failure to every caller and does not remember it as an answer', async () => {
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

  it('fails, and can ask again, where there is no such profile', async () => {
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

  it('lets one caller leave and goes on for the others', async () => {
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

  it('cuts the request when the last caller leaves, silently', async () => {
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

  it('does not let a caller join a request that was cut', async () => {
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

  it('forgets a Task, but none that somebody waits for', async () => {
    const { store, requests } = setUp();
    const leaving = new AbortController();
    const left = store.fetch(task, leaving.signal).catch(() => undefined);
    await settle();
    store.forget(task);
    assert.deepEqual(store.get(task), { fetching: true });
    leaving.abort();
    store.forget(task);
    await left;
    await settle();
    assert.equal(store.get(task), undefined);

    const next = store.fetch(task, never());
    await settle();
    at(requests, 1).answer('{}');
    await next;
    assert.equal(store.get(task)?.fetched?.text, '{}');
    store.forget(task);
    assert.equal(store.get(task), undefined);
  });

  it('asks nothing for a caller who has left already', async () => {
    const { store, requests } = setUp();
    await assert.rejects(store.fetch(task, AbortSignal.abort()), { name: 'AbortError' });
    await settle();
    assert.equal(requests.length, 0);
  });

  describe('when a profile is removed', () => {
    it('lets go of what it brought, says so, and leaves other profiles alone', async () => {
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

    it('does not keep an answer that came all the same', async () => {
      const { store, requests, revocation } = setUp();
      const fetched = store.fetch(task, never());
      await settle();
      store.dropProfile('env');
      revocation.abort();
      at(requests, 0).answer('{"secret":1}');
      await assert.rejects(fetched, { name: 'AbortError' });
      assert.equal(store.get(task)?.fetched, undefined);
      assert.equal(store.get(task)?.failure?.kind, 'unknownProfile');
      assert.equal(store.get(task)?.fetching, false);
    });
  });
});
