import { writeFileSync } from 'node:fs';
import { measureWays } from './measureWays.ts';

/** Measures in the extension host, which runs this instead of tests, and writes the results. */
export async function run(): Promise<void> {
  const { TASKROUTER_BENCH_URL: url = '', TASKROUTER_BENCH_COUNTS: counts = '' } = process.env;
  const found = await measureWays(url, JSON.parse(counts) as { ways: number; settings: number });
  writeFileSync(process.env['TASKROUTER_BENCH_RESULT'] ?? '', JSON.stringify(found));
}
