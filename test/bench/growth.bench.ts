import { setImmediate } from 'node:timers/promises';
import { renderTaskDocument } from '../../src/core/documents/documentText.ts';
import type { Connections } from '../../src/core/profiles/connection.ts';
import type { ProfiledTask } from '../../src/core/resources/resourceReference.ts';
import type { TaskSource } from '../../src/core/taskrouter/taskSource.ts';
import { summarizeTask } from '../../src/core/taskrouter/taskSummary.ts';
import { TaskStore } from '../../src/core/tasks/taskStore.ts';
import { TaskWatcher } from '../../src/core/tasks/taskWatcher.ts';
import { WatchedTasks } from '../../src/core/tasks/watchedTasks.ts';
import { ProfileTree } from '../../src/core/tree/profileTree.ts';
import { describeTaskRow } from '../../src/core/tree/taskRow.ts';
import type { ListNode, TreeNode } from '../../src/core/tree/treeNode.ts';
import { connectionsOf } from '../support/connectionsOf.ts';
import { benchTask } from './benchTask.ts';
import { bench, type BenchOptions } from './report/bench.ts';
import type { BenchTable } from './report/benchTable.ts';
import { powerOf, quantile } from './report/figures.ts';

/*
 * How time and heap grow with the number of Tasks in the tree, of watched Tasks, and of documents,
 * without network and editor.
 *
 *     node --expose-gc test/bench/growth.bench.ts
 */
const WORKSPACE = `WS${'0'.repeat(32)}`;
const PAGE_SIZE = 50;
const GREATEST_POWER = 1.1;

await bench(async (options) => [
  await tree(options),
  await watched(options),
  await documents(options),
]);

interface Growth {
  readonly title: string;
  readonly unit: string;
  readonly sizes: readonly number[];
  /** Smaller sizes are ignored, as their costs are too small to show growth. */
  readonly fitFrom: number;
  readonly tries: number;
  readonly costs: readonly Cost[];
  readonly measure: (size: number) => Promise<readonly number[]>;
}

interface Cost {
  readonly name: string;
  readonly unit: 'ms' | 'MB';
  /** Set if VS Code itself makes the cost grow faster. */
  readonly hasNoGoal?: true;
}

async function grow({ title, unit, sizes, fitFrom, tries, costs, measure }: Growth) {
  // One-time costs, such as compiling, are not counted.
  await measure(sizes[0] ?? 1);
  const rows = [];
  for (const size of sizes) {
    const all: (readonly number[])[] = [];
    for (let turn = 0; turn < tries; turn++) all.push(await measure(size));
    const figures = costs.map(({ unit: measured }, cost) => {
      const found = all.map((one) => one[cost] ?? 0);
      return measured === 'MB' ? quantile(found, 0.5) : Math.min(...found);
    });
    rows.push({ size, name: `${size.toLocaleString('en')} ${unit}`, figures });
  }
  const fitted = rows.filter(({ size }) => size >= fitFrom);
  const powers = costs.map((_, cost) =>
    // The garbage collector may have freed more than a small size used.
    powerOf(fitted.map(({ size, figures }) => [size, Math.max(figures[cost] ?? 0, 1e-3)])),
  );
  const power = { name: `grow with this power, from ${fitFrom.toLocaleString('en')}` };
  return {
    title,
    columns: costs,
    rows: [...rows.map(({ name, figures }) => ({ name, figures })), { ...power, figures: powers }],
    goals: costs.flatMap(({ name, hasNoGoal }, cost) =>
      hasNoGoal === true
        ? []
        : [
            {
              text: `power of ${name}`,
              figure: powers[cost] ?? 0,
              limit: GREATEST_POWER,
              unit: '',
            },
          ],
    ),
  } satisfies BenchTable;
}

function tree({ brief }: BenchOptions): Promise<BenchTable> {
  return grow({
    title: 'Tasks of one status in the tree, of 50 a page',
    unit: 'Tasks',
    sizes: brief ? [10, 100, 1_000] : [10, 100, 1_000, 10_000, 100_000],
    fitFrom: brief ? 100 : 1_000,
    tries: brief ? 1 : 3,
    costs: [
      { name: 'all pages, then all rows', unit: 'ms' },
      { name: 'all rows after each page', unit: 'ms', hasNoGoal: true },
      { name: 'what is said in each row', unit: 'ms' },
      { name: 'heap', unit: 'MB' },
    ],
    measure: async (count) => {
      const source = pagesOf(count);
      const before = heap();
      const once = await opened(source);
      const [rows, pagesMs] = await timed(async () => {
        while (once.more()) await once.tree.loadMore(once.list);
        return once.tree.children(once.list);
      });
      const bytes = heap() - before;
      const [length, describeMs] = await timed(() => Promise.resolve(describe(rows)));
      if (tasksIn(rows) !== count || length === 0) throw new Error('The tree lacks rows');
      once.tree.dispose();

      const asked = await opened(source);
      const [, askedMs] = await timed(async () => {
        while ((await asked.tree.children(asked.list)).at(-1)?.kind === 'more') {
          await asked.tree.loadMore(asked.list);
        }
      });
      asked.tree.dispose();
      return [pagesMs, askedMs, describeMs, bytes / 1e6];
    },
  });
}

/** A tree over the pages, with its only list of Tasks expanded. */
async function opened(source: Pages) {
  const connections = connectionsOf(source);
  const all = new ProfileTree({
    ...{ profileId: 'env', connections, store: new TaskStore(connections) },
    ...{ onWorkspaces: () => undefined, isOpen: () => false, masked: () => false, now: Date.now },
  });
  const root = await all.root();
  const workspace = root.kind === 'rows' ? root.nodes[0] : undefined;
  if (workspace === undefined) throw new Error('The tree lacks its Workspace');
  const list = (await all.children(workspace)).find(
    (node): node is ListNode => node.kind === 'status',
  );
  if (list === undefined) throw new Error('The tree lacks its list');
  await all.children(list);
  return { tree: all, list, more: () => source.hasMore() };
}

type Pages = Pick<TaskSource, 'listWorkspaces' | 'fetchStatistics' | 'listResources'> & {
  /** Whether there is a page after the last one that was fetched. */
  readonly hasMore: () => boolean;
};

/** Pages of Tasks, written before the measurement. */
function pagesOf(count: number): Pages {
  const tasks = Array.from({ length: count }, (_, number) =>
    benchTask(number, WORKSPACE, 'https://taskrouter.twilio.com'),
  );
  let end = 0;
  return {
    listWorkspaces: async function* () {
      yield await Promise.resolve([{ sid: WORKSPACE, friendlyName: '' }]);
    },
    fetchStatistics: () => Promise.resolve('{}'),
    listResources: (_list, _signal, next = '0') => {
      end = Number(next) + PAGE_SIZE;
      const rows = tasks.slice(Number(next), end);
      return Promise.resolve({ rows, ...(end < count && { next: String(end) }) });
    },
    hasMore: () => end < count,
  };
}

function tasksIn(rows: readonly TreeNode[]): number {
  return rows.filter(({ kind }) => kind === 'task').length;
}

function describe(rows: readonly TreeNode[]): number {
  const shown = { profile: 'Acme', masked: false, now: Date.now(), clock: String };
  return rows.reduce((sum, node) => {
    if (node.kind !== 'task') return sum;
    const { taskSid, text, fetchedAt } = node;
    const facts = { taskSid, summary: summarizeTask(text), fetchedAt, deleted: false };
    return sum + describeTaskRow(facts, shown).label.length;
  }, 0);
}

function watched({ brief }: BenchOptions): Promise<BenchTable> {
  const rounds = brief ? 2 : 200;
  return grow({
    title: `Watched Tasks, each fetched ${String(rounds)} times`,
    unit: 'Tasks',
    sizes: brief ? [5, 10] : [1, 10, 50, 100, 200],
    fitFrom: brief ? 5 : 10,
    tries: brief ? 1 : 3,
    costs: [
      { name: 'all fetches', unit: 'ms' },
      { name: 'heap', unit: 'MB' },
    ],
    measure: async (count) => {
      const connections = tasksOf(count);
      const store = new TaskStore(connections);
      const states = new WatchedTasks();
      const tasks = numbered(count);
      const waiting: (() => void)[] = [];
      const watcher = new TaskWatcher({
        ...{ store, watched: states, intervalSeconds: () => 5 },
        ...{ isShown: () => true, isOpen: () => true },
        pause: (_, signal) =>
          new Promise((resolve) => {
            const end = () => {
              signal.removeEventListener('abort', end);
              resolve();
            };
            waiting.push(end);
            signal.addEventListener('abort', end);
          }),
      });
      const untilAllWait = async () => {
        while (waiting.length < count) await setImmediate();
      };
      const before = heap();
      const [, ms] = await timed(async () => {
        for (const task of tasks) watcher.watch(task);
        await untilAllWait();
        for (let round = 1; round < rounds; round++) {
          for (const go of waiting.splice(0)) go();
          await untilAllWait();
        }
      });
      const bytes = heap() - before;
      if (states.list.length !== count) throw new Error('Some are not watched any more');
      watcher.dispose();
      return [ms, bytes / 1e6];
    },
  });
}

function documents({ brief }: BenchOptions): Promise<BenchTable> {
  return grow({
    title: 'Documents of Tasks, fetched, decoded and printed, and all kept',
    unit: 'documents',
    sizes: brief ? [10, 100] : [1, 10, 100, 300, 1_000],
    fitFrom: brief ? 10 : 100,
    tries: brief ? 1 : 5,
    costs: [
      { name: 'all of them', unit: 'ms' },
      { name: 'heap', unit: 'MB' },
    ],
    measure: async (count) => {
      const store = new TaskStore(tasksOf(count));
      const tasks = numbered(count);
      const { signal } = new AbortController();
      const before = heap();
      const [texts, ms] = await timed(async () => {
        const printed: string[] = [];
        for (const task of tasks) {
          await store.fetch(task, signal);
          const view = { decoded: true, masked: false };
          printed.push(renderTaskDocument(store.get(task), view, ({ kind }) => kind));
        }
        return printed;
      });
      const bytes = heap() - before;
      if (!texts.every((text) => text.includes('"languages": ['))) {
        throw new Error('A document lacks its attributes');
      }
      return [ms, bytes / 1e6];
    },
  });
}

function numbered(count: number): readonly ProfiledTask[] {
  return Array.from({ length: count }, (_, number) => {
    const { sid: taskSid } = benchTask(number, WORKSPACE, '');
    return { profileId: 'env', workspaceSid: WORKSPACE, taskSid };
  });
}

function tasksOf(count: number): Connections {
  const texts = new Map(
    Array.from({ length: count }, (_, number) => {
      const { sid, text } = benchTask(number, WORKSPACE, 'https://taskrouter.twilio.com');
      return [sid, text];
    }),
  );
  return connectionsOf({
    fetchResource: (resource) => {
      const text = 'taskSid' in resource ? texts.get(resource.taskSid) : undefined;
      return text === undefined
        ? Promise.reject(new Error('not asked for here'))
        : Promise.resolve({ text });
    },
  });
}

async function timed<Result>(work: () => Promise<Result>): Promise<[Result, number]> {
  const start = performance.now();
  const result = await work();
  return [result, performance.now() - start];
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}
