import { measureWays } from './measureWays.ts';

/** Measures in plain Node.js, and prints the results as JSON. */
const { TASKROUTER_BENCH_URL: url = '', TASKROUTER_BENCH_COUNTS: counts = '' } = process.env;
console.log(
  JSON.stringify(await measureWays(url, JSON.parse(counts) as { ways: number; settings: number })),
);
