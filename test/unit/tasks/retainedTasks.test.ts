import assert from 'node:assert/strict';
import { TaskRouterFailure } from '../../../src/core/taskrouter/failure.ts';
import type { ResourceAnswer } from '../../../src/core/taskrouter/resourceAnswer.ts';
import { TaskStore } from '../../../src/core/tasks/taskStore.ts';
import { connectionsOf, numberedTask } from '../../support/connectionsOf.ts';
import { settlePromises } from '../../support/waiting.ts';

const task = numberedTask(1);
const reservation = { ...task, sid: `WR${task.taskSid.slice(2)}` };
const never = () => new AbortController().signal;

/** A store whose requests the test answers. */
function setUp() {
  const answers: ((answer: string | Error) => void)[] = [];
  let time = 0;
  const connections = connectionsOf({
    fetchResource: (_, signal) =>
      new Promise<ResourceAnswer>((resolve, reject) => {
        answers.push((answer) => {
          if (typeof answer === 'string') resolve({ text: answer });
          else reject(answer);
        });
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      }),
  });
  const store = new TaskStore(connections, () => ++time);
  const answer = async (text: string | Error) => {
    await settlePromises();
    answers.at(-1)?.(text);
    await settlePromises();
  };
  const fetch = async (text = '{}', resource = task) => {
    void store.fetch(resource, never()).catch(() => undefined);
    await answer(text);
  };
  return { store, answer, fetch };
}

describe('A Task that is retained', () => {
  it('is kept until all callers dispose, and it is then released', async () => {
    const { store, fetch } = setUp();
    const holds = [store.retain(task), store.retain(task)];
    await fetch();
    store.release(task);
    holds[0]?.dispose();
    holds[0]?.dispose();
    store.release(task);
    assert.equal(store.get(task)?.fetched?.text, '{}');
    holds[1]?.dispose();
    assert.equal(store.get(task)?.fetched?.text, '{}');
    store.release(task);
    assert.equal(store.get(task), undefined);
  });

  it('does not keep others, and can be retained again', async () => {
    const { store, fetch } = setUp();
    store.retain(task).dispose();
    store.retain({ ...task, profileId: 'other' });
    await fetch();
    store.release(task);
    assert.equal(store.get(task), undefined);
    const again = store.retain(task);
    await fetch();
    store.release(task);
    assert.notEqual(store.get(task), undefined);
    again.dispose();
  });

  it('is kept when a transient fetch ends', async () => {
    const { store, answer } = setUp();
    store.retain(task);
    const glance = store.fetchTransient(task, never(), () => false);
    await answer('{"a":1}');
    assert.equal((await glance).text, '{"a":1}');
    assert.equal(store.get(task)?.fetched?.text, '{"a":1}');
  });
});

describe('A transient fetch of a Task that was fetched before', () => {
  const closings: [what: string, closes: boolean, opens: boolean, isKept: boolean][] = [
    ['leaves it', false, false, true],
    ['lets go of it if it was closed meanwhile', true, false, false],
    ['leaves it if it was closed and opened again', true, true, true],
  ];
  for (const [what, closes, opens, isKept] of closings) {
    it(what, async () => {
      const { store, fetch, answer } = setUp();
      await fetch();
      const glance = store.fetchTransient(task, never(), () => opens);
      await settlePromises();
      if (closes) store.release(task);
      assert.equal(store.get(task)?.fetched?.text, '{}');
      await answer('{"b":2}');
      await glance;
      assert.equal(store.get(task)?.fetched?.text, isKept ? '{"b":2}' : undefined);
    });
  }

  it('drops it if it was released meanwhile and the fetch fails or is canceled', async () => {
    for (const cuts of [true, false]) {
      const { store, fetch, answer } = setUp();
      await fetch();
      const cut = new AbortController();
      const glance = store.fetchTransient(task, cut.signal, () => false).catch(() => undefined);
      await settlePromises();
      store.release(task);
      if (cuts) cut.abort();
      else {
        const failure = { kind: 'server', host: 'localhost', status: 500 } as const;
        await answer(new TaskRouterFailure(failure));
      }
      await glance;
      await settlePromises();
      assert.equal(store.get(task), undefined, cuts ? 'cut' : 'failed');
    }
  });

  it('keeps it for a caller that fetches it at the same time', async () => {
    const { store, fetch, answer } = setUp();
    await fetch();
    const glance = store.fetchTransient(task, never(), () => false);
    const fetching = store.fetch(task, never());
    store.release(task);
    await answer('{"c":3}');
    await Promise.all([glance, fetching]);
    assert.equal(store.get(task)?.fetched?.text, '{"c":3}');
  });
});

describe('The fetches of a Task', () => {
  it('are the successful ones of Tasks only, also after a release', async () => {
    const { store, fetch, answer } = setUp();
    await fetch('{"n":1}');
    const failing = store.fetch(task, never()).catch(() => undefined);
    await answer(new TaskRouterFailure({ kind: 'server', host: 'localhost', status: 500 }));
    await failing;
    await fetch('{"n":2}');
    await fetch('{}', reservation);
    store.release(task);
    assert.deepEqual(store.fetches(task), [
      { text: '{"n":1}', fetchedAt: 1, number: 1 },
      { text: '{"n":2}', fetchedAt: 3, number: 2 },
    ]);
    assert.deepEqual(store.fetches(reservation), store.fetches(task));
  });

  it('are dropped with their profile, with an event even for a released Task', async () => {
    const { store, fetch } = setUp();
    const shown = numberedTask(2);
    await fetch();
    store.release(task);
    await fetch('{}', shown);
    const told: unknown[] = [];
    store.onDidChange((resource) => told.push(resource));
    store.dropProfile('env');
    assert.deepEqual(store.fetches(task), []);
    assert.deepEqual(told, [shown, task]);
    assert.equal(store.get(task), undefined);
  });
});

describe('A Task that was released', () => {
  it('is brought back from its last fetch, with its time', async () => {
    const { store, fetch } = setUp();
    await fetch('{"n":1}');
    await fetch('{"n":2}');
    const { fetchedAt } = store.get(task)?.fetched ?? {};
    store.release(task);
    assert.equal(store.recall(task), true);
    assert.equal(store.get(task)?.fetched?.text, '{"n":2}');
    assert.equal(store.get(task)?.fetched?.fetchedAt, fetchedAt);
    assert.equal(store.get(task)?.fetching, false);
  });

  it('is not brought back if it was never fetched, or its profile was removed or has moved', async () => {
    const { store, fetch, answer } = setUp();
    assert.equal(store.recall(task), false);
    void store.fetch(task, never()).catch(() => undefined);
    assert.equal(store.recall(task), false);
    await answer('{}');
    assert.equal(store.recall(task), true);
    store.release(task);
    store.dropProfile(task.profileId);
    assert.equal(store.recall(task), false);
    await fetch('{}', reservation);
    store.release(reservation);
    assert.equal(store.recall(reservation), false);
  });
});
