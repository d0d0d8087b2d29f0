/** What such a share of the values is below: 0.5 gives their median. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.round(share * (sorted.length - 1))];
  if (value === undefined) throw new RangeError('Of no values there is none in the middle');
  return value;
}
