import { seededRandom } from '../../support/seededRandom.ts';
import { quantile } from '../report/figures.ts';
import { fetchWays, nodeFetchSettings, type FetchWay } from './fetchWays.ts';

export type WayCosts =
  | {
      readonly name: string;
      /** Milliseconds of one fetch, one after another: the median and the 99th percentile. */
      readonly p50: number;
      readonly p99: number;
      /** Milliseconds per fetch with many concurrent ones. */
      readonly atOnce: number;
    }
  /**
   * A library that cannot reach the server: the `fetch` of an extension host does not trust the
   * test's authority.
   */
  | { readonly name: string; readonly failure: string };

export interface MeasuredWays {
  readonly ways: readonly WayCosts[];
  readonly settings: readonly WayCosts[];
}

/** Fetches in every way, alternately, so that a slow machine affects all of them. */
export async function measureWays(
  url: string,
  { ways, settings }: { readonly ways: number; readonly settings: number },
): Promise<MeasuredWays> {
  const atOnce = 32;
  const random = seededRandom(1);
  const measure = async (ways: readonly FetchWay[], count: number) => {
    const rounds = Math.min(20, count / 2);
    const times = new Map(
      ways.map(({ name }) => [name, { one: [] as number[], all: [] as number[] }]),
    );
    const failures = new Map<string, string>();
    for (const way of ways) {
      const failure = await failureOf(way);
      if (failure !== undefined) failures.set(way.name, failure);
    }
    const usable = ways.filter(({ name }) => !failures.has(name));
    for (const way of usable) await fetchTimes(way, count / rounds);
    for (let round = 0; round < rounds; round++) {
      // In random order, as garbage of one way slows the next one.
      const turn = usable.toSorted(() => random() - 0.5);
      for (const way of turn) {
        for (let index = 0; index < count / rounds; index++) {
          times.get(way.name)?.one.push(await timed(() => fetchBy(way)));
        }
      }
      for (const way of turn) {
        const each = count / rounds;
        const all = await timed(() => fetchAtOnce(way, each, atOnce));
        times.get(way.name)?.all.push(all / each);
      }
    }
    return ways.map(({ name }): WayCosts => {
      const failure = failures.get(name);
      if (failure !== undefined) return { name, failure };
      const { one, all } = times.get(name) ?? { one: [], all: [] };
      return {
        name,
        p50: quantile(one, 0.5),
        p99: quantile(one, 0.99),
        atOnce: quantile(all, 0.5),
      };
    });
  };
  return {
    ways: await measure(fetchWays(url), ways),
    settings: await measure(nodeFetchSettings(url), settings),
  };
}

/** Why another library cannot be measured. If this extension fails, the benchmark fails. */
async function failureOf(way: FetchWay): Promise<string | undefined> {
  try {
    await fetchBy(way);
    return undefined;
  } catch (error) {
    if (way.name.startsWith('TaskRouter Lens') || !(error instanceof Error)) throw error;
    return error.cause instanceof Error ? error.cause.message : error.message;
  }
}

async function fetchTimes(way: FetchWay, count: number): Promise<void> {
  for (let index = 0; index < count; index++) await fetchBy(way);
}

async function fetchAtOnce(way: FetchWay, count: number, atOnce: number): Promise<void> {
  let left = count;
  const work = async () => {
    while (left-- > 0) await fetchBy(way);
  };
  await Promise.all(Array.from({ length: atOnce }, work));
}

async function fetchBy({ name, fetch }: FetchWay): Promise<void> {
  const text = await fetch();
  if (!text.includes('Billing (Spanish)')) throw new Error(`${name} brought no Task: ${text}`);
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
