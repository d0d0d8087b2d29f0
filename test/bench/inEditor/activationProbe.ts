import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { setTimeout as delay } from 'node:timers/promises';
import { commands, extensions, Uri, window } from 'vscode';
import type { ActivationTimes, HostSample } from './hostSample.ts';
import { settledHeap } from './settledHeap.ts';

/*
 * Is activated before the extensions that are measured, waits for them, and adds a line of JSON to a file.
 */

const order = JSON.parse(process.env['TASKROUTER_BENCH'] ?? '{}') as ProbeOrder;

/** What the benchmark says in the environment. */
export interface ProbeOrder {
  /** The extensions whose activation is awaited. */
  readonly ids: readonly string[];
  /** To be fetched, if our extension is there: Workspace SID and Task SID. */
  readonly task?: string;
  readonly results: string;
  /** The heap is measured in one of so many extension hosts, as it takes long to settle. */
  readonly heapEvery: number;
}

// The editor takes times by this clock, in whole milliseconds, which is too coarse for one or two of them.
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

/** From "Developer: Startup Performance", where the editor says what it has measured. */
async function readTimes(): Promise<HostSample['times']> {
  for (;;) {
    await commands.executeCommand('perfview.show');
    const isReport = () => window.activeTextEditor?.document.uri.scheme === 'perf';
    while (!isReport()) await delay(50);
    const rows = (window.activeTextEditor?.document.getText() ?? '')
      .split('\n')
      .map((line) => line.split('|').map((cell) => cell.trim()));
    // It hears of an activation some time after that.
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

/** In ms, by the marks that the editor sets around `require`; what it reports is with what it does before. */
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
