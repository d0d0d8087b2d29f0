/**
 * Does something several times.
 *
 * @returns what it gave the fastest time, and the milliseconds that took: what the machine can do when it
 * has nothing else to do
 */
export function fastest<Result>(
  tries: number,
  work: () => Result,
): { readonly result: Result; readonly ms: number } {
  const all = Array.from({ length: tries }, () => {
    const start = performance.now();
    const result = work();
    return { result, ms: performance.now() - start };
  });
  return all.reduce((best, next) => (next.ms < best.ms ? next : best));
}

/** What such a share of the values is below: 0.5 gives their median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.round(share * (sorted.length - 1))];
  if (value === undefined) throw new RangeError('Of no values there is none in the middle');
  return value;
}

/**
 * The power of its size with which a cost grows: the slope of the straight line that fits best where both
 * axes are logarithmic. 1 is a cost that doubles with the size. Costs have to be more than 0.
 */
export function powerOf(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const mean = (index: 0 | 1) => logs.reduce((sum, log) => sum + log[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  return above / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
}
