import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { commands, extensions, Uri, window } from 'vscode';
import type { ActivationTimes, HostSample } from './hostSample.ts';
import { settledHeap } from './settledHeap.ts';

/*
 * Activated before the measured extensions. Waits for them, and appends a line of JSON to a file.
 */

const order = JSON.parse(process.env['TASKROUTER_BENCH'] ?? '{}') as ProbeOrder;

/** Passed by the benchmark in the environment. */
export interface ProbeOrder {
  /** The extensions to wait for. */
  readonly ids: readonly string[];
  /** The Workspace SID and Task SID to fetch, if this extension is installed. */
  readonly task?: string;
  readonly results: string;
  /** The heap is measured in one of this many extension hosts, as it takes long to settle. */
  readonly heapEvery: number;
}

// VS Code takes times with `Date.now`, whose whole milliseconds are too coarse for times of 1 or 2
// ms.
Date.now = () => performance.timeOrigin + performance.now();

export function activate(): void {
  probe().then(report, (error: unknown) => {
    report({ problem: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  });
}

async function probe(): Promise<HostSample> {
  for (const id of order.ids)
    while (extensions.getExtension(id)?.isActive !== true) await delay(50);
  const before = existsSync(order.results) ? readFileSync(order.results, 'utf8') : '';
  const isTurn = (before.split('\n').length - 1) % order.heapEvery === 0;
  const heap = isTurn ? await measureHeap() : {};
  return { times: await readTimes(), ...heap };
}

async function measureHeap(): Promise<Omit<HostSample, 'times'>> {
  const idleHeap = await settledHeap();
  if (order.task === undefined) return { idleHeap };
  for (const command of ['taskrouter.openTaskJson', 'taskrouter.openTaskDetails']) {
    const uri: unknown = await commands.executeCommand(command, order.task);
    if (!(uri instanceof Uri)) throw new Error(`${command} opened nothing`);
  }
  return { idleHeap, usedHeap: await settledHeap() };
}

/** Read from "Developer: Startup Performance", which shows VS Code's measurements. */
async function readTimes(): Promise<HostSample['times']> {
  for (;;) {
    await commands.executeCommand('perfview.show');
    const isReport = () => window.activeTextEditor?.document.uri.scheme === 'perf';
    while (!isReport()) await delay(50);
    const rows = (window.activeTextEditor?.document.getText() ?? '')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()));
    // VS Code lists an activation some time after it.
    const isWhole = order.ids.every((id) => rows.some((cells) => isRowOf(id, cells)));
    if (isWhole) return Object.fromEntries(order.ids.map((id) => [id, timesIn(rows, id)]));
    await commands.executeCommand('workbench.action.closeActiveEditor');
    while (isReport()) await delay(50);
  }
}

function isRowOf(id: string, cells: readonly string[]): boolean {
  return cells[1] === id && cells.length > 6;
}

function timesIn(rows: readonly (readonly string[])[], id: string): ActivationTimes {
  const row = rows.find((cells) => isRowOf(id, cells));
  const activate = Number(row?.[4]);
  const load = between(`willLoadExtensionCode/${id}`, `didLoadExtensionCode/${id}`);
  if (!(activate > 0))
    throw new Error(`The editor does not say how long ${id} took: ${String(row)}`);
  return { load, activate };
}

/** In ms, by VS Code's marks around `require`. The reported time includes the preparation. */
function between(from: string, to: string): number {
  const { MonacoPerformanceMarks: marks } = globalThis as typeof globalThis & {
    readonly MonacoPerformanceMarks?: { getMarks(): readonly Mark[] };
  };
  const [start, end] = [from, to].map(
    (name) => marks?.getMarks().find((mark) => mark.name === `code/extHost/${name}`)?.startTime,
  );
  if (start === undefined || end === undefined) throw new Error(`No mark ${from}, or ${to}`);
  if (Number.isInteger(start)) throw new Error(`Before the clock was made finer: ${from}`);
  return end - start;
}

interface Mark {
  readonly name: string;
  readonly startTime: number;
}

function report(sample: HostSample | { readonly problem: string }): void {
  appendFileSync(order.results, `${JSON.stringify(sample)}\n`);
}
