import assert from 'node:assert/strict';
import {
  earliestEvent,
  findDeletedTask,
  readTaskHistory,
} from '../../../src/core/history/historyRows.ts';
import { TaskRouterFailure, type Failure } from '../../../src/core/taskrouter/failure.ts';
import type { ResourcePage } from '../../../src/core/taskrouter/listPage.ts';
import type { ResourceList } from '../../../src/core/taskrouter/resourceList.ts';
import { numberedTask } from '../../support/connectionsOf.ts';
import { rejectedFailure } from '../../support/rejectedFailure.ts';

const { workspaceSid, taskSid } = numberedTask(1);
const task = { workspaceSid, taskSid };
const now = Date.UTC(2026, 2, 31, 12, 0, 0, 789);
const startDate = '2026-03-01T12:00:00Z';
const never = () => new AbortController().signal;
const notFound: Failure = { kind: 'notFound', host: 'localhost', prefix: 'WT' };
const forbidden: Failure = { kind: 'forbidden', host: 'localhost' };

type Answer = (list: ResourceList, next: string | undefined) => ResourcePage | Failure;

/** A source that answers as it is told, and what it was asked for. */
function sourceOf(answer: Answer) {
  const asked: (readonly [list: ResourceList, next: string | undefined])[] = [];
  const listResources = (list: ResourceList, signal: AbortSignal, next?: string) => {
    asked.push([list, next]);
    if (signal.aborted) return Promise.reject(signal.reason as Error);
    const page = answer(list, next);
    return 'rows' in page ? Promise.resolve(page) : Promise.reject(new TaskRouterFailure(page));
  };
  return { asked, listResources };
}

const row = (sid: string) => ({ sid, text: '{}' });
const sidsOf = (rows: readonly { readonly sid: string }[]) => rows.map(({ sid }) => sid).join(' ');

it('The earliest event is 30 days old, as TaskRouter writes it', () => {
  assert.equal(earliestEvent(now), startDate);
});

describe('readTaskHistory', () => {
  const read = (answer: Answer, signal = never()) => {
    const source = sourceOf(answer);
    return { ...source, history: readTaskHistory(source, task, now, signal) };
  };

  it('asks for events since 30 days, past the 15 minutes of the API, and for reservations', async () => {
    const { asked, history } = read(({ kind }) => ({ rows: [row(kind)] }));
    const { events, reservations } = await history;
    assert.equal(`${sidsOf(events)} ${sidsOf(reservations)}`, 'Events Reservations');
    assert.deepEqual(
      asked.map(([list]) => list),
      [
        { kind: 'Events', ...task, startDate },
        { kind: 'Reservations', ...task },
      ],
    );
  });

  it('follows the pages to their end, in their order', async () => {
    const { history } = read(({ kind }, next = '1') => ({
      rows: [row(kind + next)],
      ...(next !== '3' && { next: String(Number(next) + 1) }),
    }));
    const { events, reservations } = await history;
    assert.equal(sidsOf(events), 'Events1 Events2 Events3');
    assert.equal(sidsOf(reservations), 'Reservations1 Reservations2 Reservations3');
  });

  it('goes on from a first page of events that was read already', async () => {
    const source = sourceOf(({ kind }, next) => ({ rows: [row(`${kind}${next ?? ''}`)] }));
    const first = { rows: [row('EV')], next: '2' };
    const { events } = await readTaskHistory(source, task, now, never(), first);
    assert.equal(sidsOf(events), 'EV Events2');
    assert.deepEqual(
      source.asked.map(([{ kind }, next]) => [kind, next]),
      [
        ['Events', '2'],
        ['Reservations', undefined],
      ],
    );
  });

  it('ends after five pages, and with one that leads to itself', async () => {
    const endless = read((_, next = '0') => ({ rows: [row('EV')], next: `${next}0` }));
    assert.equal((await endless.history).events.length, 5);
    const circle = read(() => ({ rows: [row('EV')], next: 'again' }));
    assert.equal((await circle.history).events.length, 2);
  });

  const longRows = (count: number) => Array.from({ length: count }, (_, n) => row(`EV${n}`));
  const cuts: readonly (readonly [pages: readonly number[], isCut: boolean])[] = [
    [[0], false],
    [[1999], false],
    [[2000], false],
    [[1000, 1000], false],
    [[2001], true],
    [[200_000], true],
    [[1000, 1001], true],
    [[1, 1, 1, 1, 1, 1], true],
  ];
  for (const [pages, isCut] of cuts) {
    it(`reads the newest of ${pages.join(' and ')} events, and says whether there are more`, async () => {
      const { history } = read(({ kind }, next = '0') => {
        if (kind !== 'Events') return { rows: [] };
        const at = Number(next);
        const more = at + 1 < pages.length && { next: String(at + 1) };
        return { rows: longRows(pages[at] ?? 0), ...more };
      });
      const { events, isCut: said = false } = await history;
      const all = pages.slice(0, 5).reduce((sum, count) => sum + count, 0);
      assert.equal(events.length, Math.min(2000, all));
      assert.equal(said, isCut);
    });
  }

  it('has no reservations where the Task is gone, and its events all the same', async () => {
    const { history } = read(({ kind }) => (kind === 'Events' ? { rows: [row('EV')] } : notFound));
    assert.deepEqual(await history, { events: [row('EV')], reservations: [] });
  });

  it('fails if either cannot be read', async () => {
    for (const failing of ['Events', 'Reservations']) {
      const { history } = read(({ kind }) => (kind === failing ? forbidden : { rows: [] }));
      assert.deepEqual(await rejectedFailure(history), forbidden, failing);
    }
    const { history } = read(({ kind }) => (kind === 'Events' ? notFound : { rows: [] }));
    assert.deepEqual(await rejectedFailure(history), notFound);
  });

  it('fails with the reason when it is cut', async () => {
    await assert.rejects(read(() => ({ rows: [] }), AbortSignal.abort()).history, {
      name: 'AbortError',
    });
  });
});

describe('findDeletedTask', () => {
  const find = (found: Readonly<Record<string, ResourcePage | Failure>>, signal = never()) => {
    const source = sourceOf((list) => found[list.workspaceSid] ?? { rows: [] });
    return {
      ...source,
      result: findDeletedTask(source, taskSid, ['WS1', 'WS2', 'WS3'], now, signal),
    };
  };
  const events = { rows: [row('EV')] };

  it('finds the one Workspace that has events of it, and asks each once', async () => {
    const { asked, result } = find({ WS2: events });
    assert.deepEqual(await result, { workspaceSid: 'WS2', events });
    assert.deepEqual(
      asked.map(([list]) => list),
      ['WS1', 'WS2', 'WS3'].map((sid) => ({
        ...{ kind: 'Events', workspaceSid: sid, taskSid, startDate },
      })),
    );
  });

  it('finds the first of several, also if another refuses, and none where none has', async () => {
    const placeOf = async (found: Parameters<typeof find>[0]) =>
      (await find(found).result)?.workspaceSid;
    assert.equal(await placeOf({ WS2: events, WS3: events }), 'WS2');
    assert.equal(await placeOf({ WS1: forbidden, WS3: events }), 'WS3');
    assert.equal(await find({}).result, undefined);
  });

  it('fails if none has, and one could not be asked', async () => {
    assert.deepEqual(await rejectedFailure(find({ WS2: forbidden }).result), forbidden);
  });

  it('fails with the reason when it is cut', async () => {
    await assert.rejects(find({}, AbortSignal.abort()).result, { name: 'AbortError' });
  });
});
