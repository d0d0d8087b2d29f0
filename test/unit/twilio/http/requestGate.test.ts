import assert from 'node:assert/strict';
import { RequestGate } from '../../../../src/twilio/http/requestGate.ts';

const tasks = 'https://h/v1/Workspaces/WS1/Tasks';
const search = `${tasks}?EvaluateTaskAttributes=a%3D%3D1`;
const otherSearch = search.replace('WS1', 'WS2');

/** Lets everything that waits on settled promises go on. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

interface Request {
  readonly outcome: Promise<string>;
  /** Ends it as an answer does. */
  answer(): void;
  fail(error: Error): void;
}

/** A gate whose time passes when the test says so, and requests that end when it says so. */
class Trial {
  readonly waits: { readonly milliseconds: number; over(): void }[] = [];
  /** In the order in which they began. */
  readonly begun: string[] = [];
  readonly revocation = new AbortController();
  readonly gate = new RequestGate({
    revoked: this.revocation.signal,
    pause: (milliseconds, signal) =>
      new Promise((over, reject) => {
        this.waits.push({ milliseconds, over });
        signal.addEventListener('abort', () => {
          reject(signal.reason as Error);
        });
      }),
  });

  ask(name: string, { url = tasks, signal = new AbortController().signal } = {}): Request {
    const { promise, resolve, reject } = newPromise();
    const outcome = this.gate.run(new URL(url), signal, () => {
      this.begun.push(name);
      return promise;
    });
    outcome.catch(() => undefined);
    const answer = () => {
      resolve(name);
    };
    return { outcome, answer, fail: reject };
  }

  /** One that has its turn and tries again. */
  retry(name: string, { url = tasks, signal = new AbortController().signal } = {}): Promise<void> {
    return this.gate.waitToRetry(new URL(url), signal).then(() => void this.begun.push(name));
  }

  askAll(names: string, options?: { readonly url?: string }): Request[] {
    return names.split(' ').map((name) => this.ask(name, options));
  }

  /** Names of what begins when something is done. */
  async begunBy(act: () => unknown): Promise<string> {
    await settle();
    this.begun.length = 0;
    act();
    await settle();
    return this.begun.join(' ');
  }
}

function newPromise() {
  let resolve: (value: string) => void = () => undefined;
  let reject: (error: Error) => void = () => undefined;
  const promise = new Promise<string>((onValue, onError) => {
    [resolve, reject] = [onValue, onError];
  });
  return { promise, resolve, reject };
}

describe('RequestGate', () => {
  let trial: Trial;
  beforeEach(() => {
    trial = new Trial();
  });

  it('lets four at once pass, and the others in their order as turns become free', async () => {
    let asked: Request[] = [];
    const first = await trial.begunBy(() => (asked = trial.askAll('a b c d e f g')));
    assert.equal(first, 'a b c d');
    assert.equal(await trial.begunBy(() => asked[2]?.answer()), 'e');
    assert.equal(await trial.begunBy(() => asked[0]?.answer()), 'f');
    assert.equal(await trial.begunBy(() => trial.ask('h')), '');
    assert.equal(await trial.begunBy(() => asked[1]?.answer()), 'g');
    assert.equal(await trial.begunBy(() => asked[6]?.answer()), 'h');
    assert.equal(await asked[6]?.outcome, 'g');
  });

  it('gives the turn of a request that fails to the next', async () => {
    const [first] = trial.askAll('a b c d e');
    assert.ok(first !== undefined);
    const error = new Error('broken');
    assert.equal(
      await trial.begunBy(() => {
        first.fail(error);
      }),
      'e',
    );
    await assert.rejects(first.outcome, error);
  });

  it('gives the turn of a request that cannot even begin to the next', async () => {
    const error = new Error('broken');
    const fail = () => {
      throw error;
    };
    for (let count = 0; count < 5; count++) {
      await assert.rejects(
        trial.gate.run(new URL(tasks), new AbortController().signal, fail),
        error,
      );
    }
    assert.equal(await trial.begunBy(() => trial.askAll('a b c d')), 'a b c d');
  });

  it('lets who is cancelled go at once, and the next come in its place', async () => {
    const controller = new AbortController();
    const [first] = trial.askAll('a b c d');
    const cancelled = trial.ask('e', controller);
    trial.ask('f');
    const reason = new Error('changed my mind');
    controller.abort(reason);
    await assert.rejects(cancelled.outcome, reason);
    assert.equal(await trial.begunBy(() => first?.answer()), 'f');
  });

  it('loses no turn that it gives to somebody who leaves that very moment', async () => {
    const controller = new AbortController();
    const [first] = trial.askAll('a b c d');
    const cancelled = trial.ask('e', controller);
    // Behind the end of the first, before what its turn sets going.
    const began = await trial.begunBy(() => {
      first?.answer();
      queueMicrotask(() => {
        controller.abort();
      });
    });
    assert.equal(began, 'e');
    const next = trial.ask('f');
    assert.equal(
      await trial.begunBy(() => {
        cancelled.answer();
      }),
      'f',
    );
    next.answer();
    assert.equal(await next.outcome, 'f');
  });

  it('does not ask for who was cancelled before', async () => {
    const signal = AbortSignal.abort(new Error('too late'));
    await assert.rejects(trial.ask('a', { signal }).outcome, /too late/);
    await assert.rejects(trial.retry('b', { signal }), /too late/);
    assert.deepEqual(trial.begun, []);
  });

  describe('while one waits that was turned away for the number of requests', () => {
    it('lets nobody pass, neither new ones nor those that try again', async () => {
      const [first] = trial.askAll('a b');
      trial.gate.suspend(500);
      assert.equal(await trial.begunBy(() => [trial.ask('c'), trial.retry('a again')]), '');
      assert.equal(await trial.begunBy(() => first?.answer()), '');
      assert.deepEqual(
        trial.waits.map(({ milliseconds }) => milliseconds),
        [500],
      );
      assert.equal(await trial.begunBy(() => trial.waits[0]?.over()), 'a again c');
    });

    it('waits for the longest of several waits', async () => {
      trial.gate.suspend(200);
      trial.gate.suspend(500);
      assert.equal(await trial.begunBy(() => trial.ask('a')), '');
      assert.equal(await trial.begunBy(() => trial.waits[1]?.over()), '');
      assert.equal(await trial.begunBy(() => trial.waits[0]?.over()), 'a');
    });

    it('keeps the others waiting also when that one is cancelled', async () => {
      const controller = new AbortController();
      trial.gate.suspend(500);
      const again = trial.retry('a again', controller);
      trial.ask('b');
      controller.abort(new Error('changed my mind'));
      await assert.rejects(again, /changed my mind/);
      assert.equal(await trial.begunBy(settle), '');
      assert.equal(await trial.begunBy(() => trial.waits[0]?.over()), 'b');
    });
  });

  describe('with searches by attributes', () => {
    const second = { milliseconds: 1000 };

    it('lets three a second of a Workspace start, each making room a second later', async () => {
      let asked: Request[] = [];
      assert.equal(
        await trial.begunBy(() => (asked = trial.askAll('a b', { url: search }))),
        'a b',
      );
      // That they have ended changes nothing.
      assert.equal(await trial.begunBy(() => asked[0]?.answer()), '');
      assert.equal(await trial.begunBy(() => trial.askAll('c d e', { url: search })), 'c');
      assert.deepEqual(
        trial.waits.map(({ milliseconds }) => ({ milliseconds })),
        [second, second, second],
      );
      assert.equal(await trial.begunBy(() => trial.waits[0]?.over()), 'd');
      assert.equal(await trial.begunBy(() => trial.waits[2]?.over()), 'e');
      assert.equal(trial.waits.length, 5);
    });

    it('counts each attempt', async () => {
      trial.askAll('a b', { url: search });
      assert.equal(await trial.begunBy(() => trial.retry('a again', { url: search })), 'a again');
      assert.equal(await trial.begunBy(() => trial.retry('b again', { url: search })), '');
      assert.equal(await trial.begunBy(() => trial.ask('c', { url: search })), '');
      // Who has its turn already comes first.
      assert.equal(await trial.begunBy(() => trial.waits[0]?.over()), 'b again');
      assert.equal(await trial.begunBy(() => trial.waits[1]?.over()), 'c');
    });

    it('lets nobody wait for a search that may not start, and no search take a turn before', async () => {
      const asked = trial.askAll('a b c d', { url: search });
      assert.equal(await trial.begunBy(() => trial.askAll('e f')), 'e');
      assert.equal(await trial.begunBy(() => trial.waits[0]?.over()), '');
      // Now it may, and has been there for longer.
      assert.equal(await trial.begunBy(() => asked[0]?.answer()), 'd');
      assert.equal(await trial.begunBy(() => asked[1]?.answer()), 'f');
    });

    it('counts those of each Workspace by themselves', async () => {
      trial.askAll('a b c', { url: search }).forEach((request) => {
        request.answer();
      });
      await settle();
      const began = await trial.begunBy(() => trial.askAll('d e f', { url: otherSearch }));
      assert.equal(began, 'd e f');
    });

    it('does not count other reads', async () => {
      trial.askAll('a b c').forEach((request) => {
        request.answer();
      });
      await settle();
      assert.equal(await trial.begunBy(() => trial.askAll('d e f', { url: search })), 'd e f');
      assert.equal(trial.waits.length, 3);
    });
  });

  it('ends its own waits once the profile is revoked', async () => {
    const { signal } = trial.revocation;
    trial.gate.suspend(500);
    const waiting = trial.ask('a', { signal });
    const retrying = trial.retry('b', { signal });
    trial.revocation.abort(new Error('removed'));
    await assert.rejects(waiting.outcome, /removed/);
    await assert.rejects(retrying, /removed/);
    await settle();
    assert.deepEqual(trial.begun, []);
  });
});
