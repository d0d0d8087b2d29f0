import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { waitUntil } from '../support/e2e/waitUntil.ts';
import { launchBrowser } from '../support/host/browser.ts';
import { prepareEditorHost } from '../support/host/editorHost.ts';
import { startEditorServer } from '../support/host/editorServer.ts';
import { requirePackage } from '../support/packagedExtension.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { startTestAccount } from '../support/server/testAccount.ts';
import type { ProbeOrder } from './inEditor/activationProbe.ts';
import type { ActivationTimes, HostSample } from './inEditor/hostSample.ts';
import { writeExtension, type WrittenExtension } from './inEditor/writeExtension.ts';
import { bench } from './report/bench.ts';
import type { BenchTable } from './report/benchTable.ts';
import { quantile } from './report/figures.ts';

/**
 * The cost of being installed: the times of loading and activating, by VS Code's own marks in fresh
 * extension hosts; the main file in plain Node.js; memory in the extension host. Each beside an
 * extension with one command.
 *
 *     npm run bench -- activation
 */
const OUR_ID = 'taskrouter-lens.taskrouter-lens';
/** Shipped with VS Code. */
const PEER_ID = 'vscode.merge-conflict';
const OUR_MAIN = resolve(projectRoot, 'dist/extension.cjs');
/**
 * The same as this extension's. VS Code activates extensions in order of their ids, so that this
 * one is between two minimal ones.
 */
const activationEvents = ['onLanguage', 'onStartupFinished'];
const FLOORS = [
  { publisher: 'bench', activationEvents },
  { publisher: 'zbench', activationEvents },
];
/**
 * Registered where the extension is otherwise, as the first extension pays for VS Code's own
 * first-time work.
 */
const REGISTRATIONS = {
  publisher: 'taskrouter-bench',
  entry: 'registrationsExtension',
  activationEvents,
  contributes: {
    views: {
      explorer: ['bench.one', 'bench.two'].map((id) => ({ id, name: id, when: 'false' })),
    },
  },
};
const REGISTRATIONS_ID = 'taskrouter-bench.registrationsextension';
const PROBE = { publisher: 'abench', activationEvents };

await bench(async ({ brief }) => {
  const vsix = requirePackage();
  await using resources = new AsyncDisposableStack();
  const temporary = mkdtempSync(resolve(tmpdir(), 'taskrouter-lens-bench-'));
  resources.defer(() => {
    rmSync(temporary, { recursive: true, force: true });
  });
  const { main: floorMain } = await writeExtension(temporary, { entry: 'floorExtension' });
  const loads = sampleLoads(floorMain, brief ? 1 : 40);
  const sample = (name: string, count: number, beside: Beside) =>
    sampleHosts(resolve(temporary, name), brief ? 1 : count, beside);
  const alone = await sample('alone', 3, {});
  const both = await sample('both', 16, { vsix });
  const registering = await sample('registering', 16, { peer: REGISTRATIONS });
  return [
    activationTable(both, registering),
    loadTable(loads, floorMain),
    memoryTable(alone, both),
  ];
});

/** What is installed beside the minimal extensions. */
interface Beside {
  /** This extension. */
  readonly vsix?: string;
  readonly peer?: WrittenExtension;
}

async function sampleHosts(
  temporary: string,
  count: number,
  { vsix, peer }: Beside,
): Promise<readonly HostSample[]> {
  await using resources = new AsyncDisposableStack();
  const account = await startTestAccount();
  resources.defer(() => account.close());
  const dataDir = resolve(temporary, 'data');
  const ids = [PEER_ID, ...(vsix === undefined ? [] : [OUR_ID])];
  for (const floor of FLOORS) {
    ids.push((await writeExtension(dataDir, { ...floor, entry: 'floorExtension' })).id);
  }
  if (peer !== undefined) ids.push((await writeExtension(dataDir, peer)).id);
  await writeExtension(dataDir, { ...PROBE, entry: 'activationProbe' });
  const [task] = account.tasks;
  const results = resolve(temporary, 'results.jsonl');
  const order: ProbeOrder = {
    ...{ ids, results, heapEvery: peer === undefined ? (vsix === undefined ? 1 : 4) : count + 1 },
    ...(vsix !== undefined && { task: `${task?.workspaceSid}/${task?.taskSid}` }),
  };
  const server = await startEditorServer({
    ...{ host: await prepareEditorHost('1.139'), entry: 'suite', vsix, dataDir },
    settings: account.settings,
    env: {
      ...account.env,
      TASKROUTER_BENCH: JSON.stringify(order),
    },
  });
  resources.defer(() => server.stop());
  const browser = await launchBrowser({ temporaryDir: temporary });
  resources.defer(() => browser.close());
  const page = browser.pages()[0] ?? (await browser.newPage());
  for (let number = 0; number < count; number++) {
    // A new folder, so that nothing is restored.
    const folder = resolve(temporary, `folder-${number}`);
    mkdirSync(folder);
    await page.goto(`${server.url}?folder=${folder}`);
    await waitUntil('an extension host has been measured', () =>
      Promise.resolve(linesOf(results).length > number),
    );
  }
  return linesOf(results).map((line) => {
    const sample = JSON.parse(line) as HostSample | { readonly problem: string };
    if ('problem' in sample) throw new Error(sample.problem);
    return sample;
  });
}

function linesOf(path: string): readonly string[] {
  return existsSync(path) ? readFileSync(path, 'utf8').split('\n').filter(Boolean) : [];
}

interface Loads {
  readonly floor: readonly number[];
  readonly ours: readonly number[];
}

/** Alternately, each in a new process. */
function sampleLoads(floorMain: string, count: number): Loads {
  const load = (main: string): number => {
    const script = resolve(import.meta.dirname, 'inEditor/requireMain.ts');
    const ms = Number(execFileSync(process.execPath, [script, main], { encoding: 'utf8' }));
    if (!(ms > 0)) throw new Error(`${main} was not loaded`);
    return ms;
  };
  const rounds = Array.from({ length: count }, () => ({
    floor: load(floorMain),
    ours: load(OUR_MAIN),
  }));
  return { floor: rounds.map(({ floor }) => floor), ours: rounds.map(({ ours }) => ours) };
}

function activationTable(
  hosts: readonly HostSample[],
  registering: readonly HostSample[],
): BenchTable {
  const medians = (isWanted: (id: string) => boolean, where = hosts) => {
    const times = where.flatMap((host) =>
      Object.entries(host.times).flatMap(([id, one]) => (isWanted(id) ? [one] : [])),
    );
    const median = (of: (one: ActivationTimes) => number) => quantile(times.map(of), 0.5);
    const [load, activate] = [median((one) => one.load), median((one) => one.activate)];
    return { load, activate, both: median((one) => one.load + one.activate) };
  };
  const floor = medians((id) => id !== OUR_ID && id !== PEER_ID);
  const ours = medians((id) => id === OUR_ID);
  const over = {
    load: ours.load - floor.load,
    activate: ours.activate - floor.activate,
    both: ours.both - floor.both,
  };
  const row = (name: string, { load, activate, both }: typeof ours) => ({
    name,
    figures: [load, activate, both],
  });
  return {
    title: `Activation in VS Code 1.139: medians of ${hosts.length} fresh extension hosts`,
    columns: [
      { name: 'load code', unit: 'ms' },
      { name: 'call activate()', unit: 'ms' },
      { name: 'both', unit: 'ms' },
    ],
    rows: [
      row('one command, the floor', floor),
      row('TaskRouter Lens', ours),
      row('over the floor', over),
      row(
        'as many empty registrations',
        medians((id) => id === REGISTRATIONS_ID, registering),
      ),
      row(
        "the editor's own Merge Conflict",
        medians((id) => id === PEER_ID),
      ),
    ],
    goals: [
      {
        ...{ text: 'activate() over the floor', unit: 'ms' },
        ...{ figure: over.activate, limit: 5 },
      },
    ],
  };
}

function loadTable({ floor, ours }: Loads, floorMain: string): BenchTable {
  const row = (name: string, times: readonly number[], main: string) => ({
    name,
    figures: [quantile(times, 0.5), quantile(times, 0.9), statSync(main).size / 1e3],
  });
  return {
    title: `The main file in plain Node.js: require() in ${ours.length} fresh processes each`,
    columns: [
      { name: 'median', unit: 'ms' },
      { name: 'p90', unit: 'ms' },
      { name: 'size', unit: 'kB', digits: 1 },
    ],
    rows: [row('one command, the floor', floor, floorMain), row('TaskRouter Lens', ours, OUR_MAIN)],
    goals: [
      {
        ...{ text: 'require() over the floor', unit: 'ms' },
        ...{ figure: quantile(ours, 0.5) - quantile(floor, 0.5), limit: 3 },
      },
    ],
  };
}

function memoryTable(alone: readonly HostSample[], both: readonly HostSample[]): BenchTable {
  const megabytes = (sizes: readonly (number | undefined)[]) =>
    quantile(
      sizes.filter((size) => size !== undefined),
      0.5,
    ) / 1e6;
  const floor = megabytes(alone.map(({ idleHeap }) => idleHeap));
  const row = (name: string, size: number) => ({ name, figures: [size, size - floor] });
  return {
    title: 'Heap of the extension host after garbage collection: medians',
    columns: [
      { name: 'in use', unit: 'MB' },
      { name: 'over the floor', unit: 'MB' },
    ],
    rows: [
      row('one command, the floor', floor),
      row('TaskRouter Lens beside it, active', megabytes(both.map(({ idleHeap }) => idleHeap))),
      row('a Task fetched, its page open', megabytes(both.map(({ usedHeap }) => usedHeap))),
    ],
  };
}
