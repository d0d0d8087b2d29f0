import assert from 'node:assert/strict';
import { TaskRouterFailure, type Failure } from '../../../src/core/taskrouter/failure.ts';
import type { ResourcePage } from '../../../src/core/taskrouter/listPage.ts';
import { PagedList } from '../../../src/core/tree/pagedList.ts';

const failure: Failure = { kind: 'server', host: 'localhost', status: 500 };
const moreFailure: Failure = { kind: 'timeout', host: 'localhost', seconds: 15 };

type Pages = Record<string, ResourcePage | Failure | Error>;

const page = (rows: string, next?: string): ResourcePage => ({
  rows: Array.from(rows, (sid) => ({ sid, text: `text of ${sid}` })),
  ...(next !== undefined && { next }),
});

/** A list over pages by their addresses, the first under `''`; the clock ticks with each request. */
function setUp(pages: Pages) {
  const asked: string[] = [];
  let now = 0;
  const list = new PagedList(
    (next = '') => {
      asked.push(next);
      now += 10;
      const answer = pages[next];
      if (answer === undefined) return Promise.reject(new Error(`no page ${next}`));
      if (answer instanceof Error) return Promise.reject(answer);
      if ('kind' in answer) return Promise.reject(new TaskRouterFailure(answer));
      return Promise.resolve(answer);
    },
    () => now,
  );
  return { pages, list, asked, sids: () => list.rows.map(({ sid }) => sid).join('') };
}

describe('PagedList', () => {
  it('has the first page, then one more each time that it is asked for', async () => {
    const { list, asked, sids } = setUp({ '': page('ab', 'x'), x: page('cd', 'y'), y: page('e') });
    assert.deepEqual([sids(), list.hasMore, list.pageCount], ['', false, 0]);
    await list.load();
    assert.deepEqual([sids(), list.hasMore, list.pageCount], ['ab', true, 1]);
    await list.loadMore();
    assert.deepEqual([sids(), list.hasMore, list.pageCount], ['abcd', true, 2]);
    await list.loadMore();
    assert.deepEqual([sids(), list.hasMore, list.pageCount], ['abcde', false, 3]);
    await list.loadMore();
    assert.deepEqual(asked, ['', 'x', 'y']);
    assert.equal(list.rows[3]?.text, 'text of d');
  });

  it('reads nothing more before it was looked at', async () => {
    const { list, asked } = setUp({});
    await list.loadMore();
    assert.deepEqual(asked, []);
  });

  it('notes of each row when its own page came', async () => {
    const { list } = setUp({ '': page('a', 'x'), x: page('b') });
    await list.load();
    await list.loadMore();
    assert.deepEqual(
      list.rows.map(({ readAt }) => readAt),
      [10, 20],
    );
  });

  it('shows a row once that stands on two pages, in its first place', async () => {
    const { list, sids } = setUp({ '': page('aba', 'x'), x: page('bc') });
    await list.load();
    await list.loadMore();
    assert.equal(sids(), 'abc');
    assert.deepEqual(
      ['a', 'c', 'd'].map((sid) => list.has(sid)),
      [true, true, false],
    );
  });

  it('adds one page however often it is asked for at once', async () => {
    const { list, asked } = setUp({ '': page('a', 'x'), x: page('b', 'y'), y: page('c') });
    await list.load();
    await Promise.all([list.loadMore(), list.loadMore()]);
    assert.deepEqual(asked, ['', 'x']);
    await list.loadMore();
    assert.deepEqual(asked, ['', 'x', 'y']);
  });

  it('adds to the rows that it gave, and has others after it was read again', async () => {
    const { list, sids } = setUp({ '': page('a', 'x'), x: page('b', 'y') });
    await list.load();
    const { rows } = list;
    await list.loadMore();
    assert.equal(list.rows, rows);
    list.invalidate();
    await list.load();
    assert.notEqual(list.rows, rows);
    assert.equal(sids(), 'ab');
  });

  const circles: [what: string, pages: Pages, asked: readonly string[]][] = [
    ['a page that leads to itself', { '': page('a', 'x'), x: page('b', 'x') }, ['', 'x']],
    [
      'two pages that lead to each other',
      { '': page('a', 'x'), x: page('b', 'y'), y: page('c', 'x') },
      ['', 'x', 'y'],
    ],
  ];
  for (const [what, pages, asked] of circles) {
    it(`comes to an end with ${what}, also when it is read again`, async () => {
      const { list, asked: seen } = setUp(pages);
      await list.load();
      while (list.hasMore) await list.loadMore();
      assert.deepEqual(seen, asked);
      list.invalidate();
      await list.load();
      assert.deepEqual(seen, [...asked, ...asked]);
      assert.equal(list.hasMore, false);
    });
  }

  it('reads as many pages again as were looked at, along the new addresses', async () => {
    const { list, pages, asked, sids } = setUp({ '': page('a', 'x'), x: page('b', 'y') });
    await list.load();
    await list.loadMore();
    pages[''] = page('z', 'x2');
    pages['x2'] = page('a', 'y2');
    list.invalidate();
    await list.load();
    assert.deepEqual(asked, ['', 'x', '', 'x2']);
    assert.deepEqual([sids(), list.hasMore, list.pageCount], ['za', true, 2]);
  });

  it('has fewer pages if it has become shorter', async () => {
    const { list, pages, sids } = setUp({ '': page('a', 'x'), x: page('b') });
    await list.load();
    await list.loadMore();
    pages[''] = page('z');
    list.invalidate();
    await list.load();
    assert.deepEqual([sids(), list.pageCount], ['z', 1]);
  });

  it('tells a refresh that failed apart from a page that failed, and keeps its rows', async () => {
    const { list, pages, sids } = setUp({ '': page('a', 'x'), x: moreFailure });
    await list.load();
    await list.loadMore();
    assert.deepEqual([list.failure, list.nextFailure, sids()], [undefined, moreFailure, 'a']);
    assert.equal(list.hasMore, true);

    pages[''] = failure;
    list.invalidate();
    await list.load();
    assert.deepEqual([list.failure, list.nextFailure, sids()], [failure, moreFailure, 'a']);

    pages['x'] = page('b');
    await list.loadMore();
    assert.deepEqual([list.failure, list.nextFailure, sids()], [failure, undefined, 'ab']);

    pages[''] = page('c');
    list.invalidate();
    await list.load();
    assert.deepEqual([list.failure, list.nextFailure, sids()], [undefined, undefined, 'c']);
  });

  it('keeps all rows when one of the pages cannot be read again', async () => {
    const { list, pages, sids } = setUp({ '': page('a', 'x'), x: page('b') });
    await list.load();
    await list.loadMore();
    Object.assign(pages, { '': page('z', 'x'), x: failure });
    list.invalidate();
    await list.load();
    assert.deepEqual([sids(), list.failure, list.pageCount], ['ab', failure, 2]);
  });

  it('rejects when cut, and can be asked again', async () => {
    const { list, pages, sids } = setUp({
      '': page('a', 'x'),
      x: new DOMException('', 'AbortError'),
    });
    await list.load();
    await assert.rejects(list.loadMore(), { name: 'AbortError' });
    assert.equal(list.nextFailure, undefined);
    pages['x'] = page('b');
    await list.loadMore();
    assert.equal(sids(), 'ab');
  });
});
