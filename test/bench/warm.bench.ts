import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { prepareEditorHost } from '../support/host/editorHost.ts';
import { runInHost } from '../support/host/runInHost.ts';
import { runQuietly } from '../support/process/runCommand.ts';
import { progress } from '../support/progress.ts';
import { projectRoot } from '../support/projectRoot.ts';
import type { MeasuredWays, WayCosts } from './fetching/measureWays.ts';
import { startTlsServer } from './fetching/startTlsServer.ts';
import { bench, type BenchOptions } from './report/bench.ts';
import type { BenchTable } from './report/benchTable.ts';

/*
 * The cost of fetching a Task over TLS on loopback once everything is loaded and connected, beside
 * libraries that could be used instead, in plain Node.js and in the extension host.
 *
 *     node test/bench/warm.bench.ts
 */
await bench(async ({ brief }) => {
  await using server = await startTlsServer();
  const envOf = (counts: { readonly ways: number; readonly settings: number }) => ({
    ...server.env,
    TASKROUTER_BENCH_COUNTS: JSON.stringify(brief ? { ways: 4, settings: 4 } : counts),
  });
  const inNode = await measureInNode(envOf({ ways: 2_000, settings: 600 }));
  // Fewer, as a fetch without a kept connection takes long there.
  const inHost = await measureInHost(envOf({ ways: 2_000, settings: 60 }));
  return [
    waysTable('in plain Node', inNode.ways, { brief }),
    waysTable('in the extension host', inHost.ways, { brief }),
    costsTable('What settings of node-fetch cost, in plain Node', inNode.settings),
    costsTable('What settings of node-fetch cost, in the extension host', inHost.settings),
  ];
});

async function measureInNode(env: Readonly<Record<string, string>>): Promise<MeasuredWays> {
  progress('In plain Node…');
  const script = resolve(import.meta.dirname, 'fetching/waysInNode.ts');
  const output = await runQuietly(process.execPath, [script], { env: { ...process.env, ...env } });
  return JSON.parse(output) as MeasuredWays;
}

async function measureInHost(env: Readonly<Record<string, string>>): Promise<MeasuredWays> {
  const folder = mkdtempSync(join(tmpdir(), 'taskrouter-lens-bench-'));
  try {
    const suite = resolve(projectRoot, 'out/bench/waysInHost.cjs');
    await build({
      entryPoints: [resolve(import.meta.dirname, 'fetching/waysInHost.ts')],
      ...{ bundle: true, platform: 'node', format: 'cjs', outfile: suite, logLevel: 'warning' },
      alias: { 'jsonc-parser': 'jsonc-parser/lib/esm/impl/scanner.js' },
    });
    const result = join(folder, 'result.json');
    const host = await prepareEditorHost('1.139');
    progress('In the extension host…');
    const problem = await runInHost({
      ...{ host, suite, env: { ...env, TASKROUTER_BENCH_RESULT: result } },
    });
    if (problem !== undefined) throw new Error(problem);
    return JSON.parse(readFileSync(result, 'utf8')) as MeasuredWays;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function waysTable(where: string, ways: readonly WayCosts[], { brief }: BenchOptions): BenchTable {
  const ratio = (name: string, peer: string) => p50Of(ways, name) / p50Of(ways, peer);
  const table = costsTable(
    `A Task, warm, ${where}: ${brief ? 'a few' : '2,000'} one after another, and as many at 32 at once`,
    ways,
  );
  return {
    ...table,
    goals: [
      {
        text: 'p50 beside node-fetch',
        figure: ratio('TaskRouter Lens', 'node-fetch'),
        limit: 1.1,
        unit: '×',
      },
      {
        ...{ text: 'decoded and printed, beside node-fetch', limit: 1.2, unit: '×' },
        figure: ratio('TaskRouter Lens, decoded and printed', 'node-fetch'),
      },
      {
        text: 'p50 beside twilio',
        figure: ratio('TaskRouter Lens', 'twilio'),
        limit: 1,
        unit: '×',
      },
    ],
  };
}

function costsTable(title: string, costs: readonly WayCosts[]): BenchTable {
  const [first] = costs;
  return {
    title,
    columns: [
      { name: 'p50', unit: 'ms', digits: 3 },
      { name: 'p99', unit: 'ms', digits: 3 },
      { name: `p50 beside ${first?.name ?? ''}`, unit: '×' },
      { name: 'each, of many at once', unit: 'ms', digits: 3 },
    ],
    rows: costs.map((cost) =>
      'failure' in cost
        ? { name: `${cost.name} (${cost.failure})`, figures: [] }
        : {
            name: cost.name,
            figures: [cost.p50, cost.p99, cost.p50 / p50Of(costs, first?.name), cost.atOnce],
          },
    ),
  };
}

function p50Of(costs: readonly WayCosts[], name: string | undefined): number {
  const found = costs.find((cost) => cost.name === name);
  if (found === undefined || 'failure' in found)
    throw new Error(`${String(name)} was not measured`);
  return found.p50;
}
