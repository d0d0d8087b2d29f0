/**
 * Runs a function several times.
 *
 * @returns the result of the fastest run and its milliseconds, which other load on the machine
 *   affects the least
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

/** The quantile of some values: 0.5 is their median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.round(share * (sorted.length - 1))];
  if (value === undefined) throw new RangeError('Of no values there is none in the middle');
  return value;
}

/**
 * The exponent with which a cost grows with the size: the slope of the best-fitting line with both
 * axes logarithmic. 1 means that the cost doubles with the size. Costs must be greater than 0.
 */
export function powerOf(points: readonly (readonly [size: number, cost: number])[]): number {
  const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
  const mean = (index: 0 | 1) => logs.reduce((sum, log) => sum + log[index], 0) / logs.length;
  const [x, y] = [mean(0), mean(1)];
  const above = logs.reduce((sum, log) => sum + (log[0] - x) * (log[1] - y), 0);
  return above / logs.reduce((sum, log) => sum + (log[0] - x) ** 2, 0);
}
