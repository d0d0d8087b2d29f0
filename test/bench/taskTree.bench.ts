import { once } from 'node:events';
import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Connections } from '../../src/core/profiles/connections.ts';
import { summarizeTask } from '../../src/core/tasks/summarizeTask.ts';
import type { TaskSource } from '../../src/core/tasks/taskSource.ts';
import { TaskStore } from '../../src/core/tasks/taskStore.ts';
import { describeTaskRow } from '../../src/core/tree/describeTaskRow.ts';
import { ProfileTree } from '../../src/core/tree/profileTree.ts';
import type { ListNode, TreeNode } from '../../src/core/tree/treeNode.ts';
import type { RequestLogEntry } from '../../src/twilio/requestLog.ts';
import { clientOf } from '../support/server/clientOf.ts';
import { benchTask } from './benchTask.ts';

/**
 * Prints what very many Tasks of one status cost in the tree: through the client from a server, and the
 * tree alone for numbers of Tasks that grow. Each page is asked for with Load More, and all rows are
 * asked for after each, as the editor does.
 *
 *     npm run bench -- tree
 */
const SERVED = 10_000;
const SIZES = [10, 100, 1_000, 10_000, 100_000];
const PAGE_SIZE = 50;
/** The best of so many is what the machine can do when it has nothing else to do. */
const TRIES = 3;

const shown = { profile: 'Acme', masked: false, now: Date.now(), clock: String };

console.log(`Node.js ${process.versions.node}, ${cpus()[0]?.model ?? 'unknown processor'}`);
await measureServer();
await measureTree();

async function measureServer(): Promise<void> {
  const worker = new Worker(new URL('taskServer.ts', import.meta.url), {
    workerData: { count: SERVED },
  });
  const [{ url, workspaceSid }] = (await once(worker, 'message')) as [
    { readonly url: string; readonly workspaceSid: string },
  ];
  const log: RequestLogEntry[] = [];
  const tree = treeOver(clientOf({ url }, { log }));
  const heapBefore = heap();
  console.log(`\n${SERVED} pending Tasks from a server, of ${PAGE_SIZE} a page`);

  const [first, firstMs] = await timed(() => open(tree, workspaceSid));
  printRow('first rows', `${ms(firstMs)}   ${log.length} requests, ${tasksIn(first.rows)} Tasks`);
  const [rows, allMs] = await timed(() => loadAll(tree, first.list));
  printRow(
    'all pages by Load More',
    `${ms(allMs)}   ${log.length} requests, ${tasksIn(rows)} Tasks`,
  );
  const waited = log.reduce((sum, { durationMs }) => sum + durationMs, 0);
  printRow('of which waiting for answers', ms(waited));
  printRow('heap', `${megabytes(heap() - heapBefore)} more`);
  const [, describeMs] = await timed(() => Promise.resolve(describe(rows)));
  printRow('describing every row', ms(describeMs));
  const before = log.length;
  tree.refresh();
  const [again, refreshMs] = await timed(() => tree.children(first.list));
  printRow(
    'refresh',
    `${ms(refreshMs)}   ${log.length - before} requests, ${tasksIn(again)} Tasks`,
  );
  tree.dispose();
  await worker.terminate();
}

async function measureTree(): Promise<void> {
  console.log('\nThe tree alone: ms for all pages, ms to describe every row once, heap afterwards');
  const results = [];
  for (const count of SIZES) {
    const tries: TreeCosts[] = [];
    for (let turn = 0; turn < TRIES; turn++) tries.push(await measureTasks(count));
    const best = (pick: (one: TreeCosts) => number) => Math.min(...tries.map(pick));
    const result = {
      count,
      pagesMs: best((one) => one.pagesMs),
      describeMs: best((one) => one.describeMs),
      bytes: best((one) => one.bytes),
    };
    results.push(result);
    const texts = [ms(result.pagesMs), ms(result.describeMs), megabytes(result.bytes)];
    printRow(`${count} Tasks`, texts.join('   '));
  }
  // What hardly takes time or room says nothing of how that grows.
  const large = results.filter(({ count }) => count >= 1_000);
  const [pages, described, room] = (['pagesMs', 'describeMs', 'bytes'] as const).map((key) =>
    exponent(large.map((result) => [result.count, result[key]])),
  );
  printRow('grow with this power, from 1000', `${pages}   ${described}   ${room}`);
}

interface TreeCosts {
  readonly pagesMs: number;
  readonly describeMs: number;
  readonly bytes: number;
}

async function measureTasks(count: number): Promise<TreeCosts> {
  const workspaceSid = `WS${'0'.repeat(32)}`;
  const heapBefore = heap();
  const tree = treeOver(sourceOf(count, workspaceSid));
  const { list } = await open(tree, workspaceSid);
  const [rows, pagesMs] = await timed(() => loadAll(tree, list));
  const bytes = heap() - heapBefore;
  const [, describeMs] = await timed(() => Promise.resolve(describe(rows)));
  tree.dispose();
  return { pagesMs, describeMs, bytes };
}

/** Opens the one Workspace with Tasks, and its pending ones. */
async function open(tree: ProfileTree, workspaceSid: string) {
  const root = await tree.root();
  const nodes = root.kind === 'rows' ? root.nodes : [];
  const workspace = find(nodes, (node) => node.kind === 'workspace' && node.sid === workspaceSid);
  const statuses = await tree.children(workspace);
  const list = find(statuses, (node) => node.kind === 'status') as ListNode;
  return { list, rows: await tree.children(list) };
}

async function loadAll(tree: ProfileTree, list: ListNode): Promise<readonly TreeNode[]> {
  for (;;) {
    const rows = await tree.children(list);
    if (rows.at(-1)?.kind !== 'more') return rows;
    await tree.loadMore(list);
  }
}

function tasksIn(rows: readonly TreeNode[]): number {
  return rows.filter(({ kind }) => kind === 'task').length;
}

function describe(rows: readonly TreeNode[]): number {
  return rows.reduce((sum, node) => {
    if (node.kind !== 'task') return sum;
    const { taskSid, text, fetchedAt } = node;
    const facts = { taskSid, summary: summarizeTask(text), fetchedAt, gone: false };
    return sum + describeTaskRow(facts, shown).label.length;
  }, 0);
}

function treeOver(source: TaskSource): ProfileTree {
  const profile = { id: 'env', name: 'env', origin: 'stored', sid: '', apiBaseUrl: '' } as const;
  const connections: Connections = {
    open: () => Promise.resolve({ profile, source, revoked: new AbortController().signal }),
  };
  return new ProfileTree({
    ...{ profileId: 'env', connections, store: new TaskStore(connections) },
    ...{ learn: () => undefined, isOpen: () => false, masked: () => false, now: Date.now },
  });
}

/** Pages of Tasks, written before anybody asks. */
function sourceOf(count: number, workspaceSid: string): TaskSource {
  const tasks = Array.from({ length: count }, (_, number) =>
    benchTask(number, workspaceSid, 'https://taskrouter.twilio.com'),
  );
  return {
    listWorkspaces: async function* () {
      yield await Promise.resolve([{ sid: workspaceSid, friendlyName: '' }]);
    },
    fetchStatistics: () => Promise.resolve('{}'),
    listResources: (_list, _signal, next = '0') => {
      const end = Number(next) + PAGE_SIZE;
      const rows = tasks.slice(Number(next), end);
      return Promise.resolve({ rows, ...(end < count && { next: String(end) }) });
    },
    fetchResource: () => Promise.reject(new Error('not asked for here')),
    findFlexWorkspace: () => Promise.resolve(undefined),
  };
}

function find(nodes: readonly TreeNode[], fits: (node: TreeNode) => boolean): TreeNode {
  const found = nodes.find(fits);
  if (found === undefined) throw new Error('The tree lacks a row');
  return found;
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

/** The slope of the straight line that fits best where both axes are logarithmic. */
function exponent(points: readonly (readonly [size: number, cost: number])[]): string {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const mean = (index: 0 | 1) => logs.reduce((sum, log) => sum + log[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  return (above / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0)).toFixed(2);
}

function ms(time: number): string {
  return `${time.toFixed(1).padStart(8)} ms`;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(2)} MB`;
}

function printRow(name: string, text: string): void {
  console.log(`  ${name.padEnd(32)}${text}`);
}
