import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { build } from 'esbuild';
import { requirePackage } from '../support/packagedExtension.ts';
import { runQuietly } from '../support/process/runCommand.ts';
import { projectRoot } from '../support/projectRoot.ts';
import { seededRandom } from '../support/seededRandom.ts';
import { coldSources } from './fetching/coldSources.ts';
import { startTlsServer } from './fetching/startTlsServer.ts';
import { bench } from './report/bench.ts';
import { quantile } from './report/figures.ts';

/*
 * What the first fetch of a Task costs over TLS on loopback, loading included, each in a new process of
 * plain Node: of the packaged extension once a command on Tasks has run, and of what else somebody would
 * bundle.
 *
 *     node test/bench/cold.bench.ts
 */
await bench(async ({ brief }) => {
  requirePackage();
  await using server = await startTlsServer();
  const folder = mkdtempSync(join(tmpdir(), 'taskrouter-lens-bench-'));
  try {
    const ways = [...(await bundle(folder)), ['TaskRouter Lens', 'here'] as const];
    const times = new Map(ways.map(([name]) => [name, [] as number[]]));
    const random = seededRandom(1);
    const script = resolve(import.meta.dirname, 'fetching/fetchCold.ts');
    const env = { ...process.env, ...server.env };
    // The first run of each reads its files from disk, and is not counted.
    for (let round = 0; round <= (brief ? 1 : 40); round++) {
      for (const [name, what] of ways.toSorted(() => random() - 0.5)) {
        const ms = Number(await runQuietly(process.execPath, [script, what], { env }));
        if (round > 0) times.get(name)?.push(ms);
      }
    }
    const p50 = (name: string) => quantile(times.get(name) ?? [], 0.5);
    return [
      {
        title: 'The first fetch of a Task, loading included, in a new process',
        columns: [
          { name: 'p50', unit: 'ms', digits: 1 },
          { name: 'p90', unit: 'ms', digits: 1 },
          { name: 'p50 beside node:https', unit: '×' },
        ],
        rows: [...times].map(([name, all]) => ({
          name,
          figures: [p50(name), quantile(all, 0.9), p50(name) / p50('node:https')],
        })),
        goals: [
          {
            ...{ text: 'p50 beside node-fetch', limit: 1.1, unit: '×' },
            figure: p50('TaskRouter Lens') / p50('node-fetch'),
          },
          {
            ...{ text: 'p50 beside twilio', limit: 0.5, unit: '×' },
            figure: p50('TaskRouter Lens') / p50('twilio'),
          },
        ],
      },
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** Bundles and minifies each as an extension does. */
async function bundle(folder: string): Promise<readonly (readonly [name: string, file: string])[]> {
  return Promise.all(
    Object.entries(coldSources).map(async ([name, contents], index) => {
      const file = join(folder, `${String(index)}.cjs`);
      await build({
        stdin: { contents, resolveDir: projectRoot },
        ...{ bundle: true, minify: true, platform: 'node', format: 'cjs', target: 'node20' },
        ...{ outfile: file, logLevel: 'error' },
      });
      return [name, file] as const;
    }),
  );
}
