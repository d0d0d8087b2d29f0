/** What one measurement found, with its peers in the same run. */
export interface BenchTable {
  readonly title: string;
  readonly columns: readonly BenchColumn[];
  readonly rows: readonly BenchRow[];
  readonly goals?: readonly BenchGoal[];
}

interface BenchColumn {
  readonly name: string;
  /** Of all figures below it, such as "ms"; of plain numbers and ratios "". */
  readonly unit: string;
  /** Digits after the point. Default: 2. */
  readonly digits?: number;
  /** Whether more is better, as of a speed. Default: less is. */
  readonly moreIsBetter?: boolean;
  /** Whether it only says what was measured, as a count does, and nothing is better. */
  readonly isNote?: boolean;
}

interface BenchRow {
  readonly name: string;
  /** One for each column; null, or none, where that was not measured. */
  readonly figures: readonly (number | null)[];
}

/** What a figure must not be above, or below if more is better. */
interface BenchGoal {
  readonly text: string;
  readonly figure: number;
  readonly limit: number;
  readonly unit: string;
  readonly moreIsBetter?: boolean;
}

/** Whether a figure is what is aimed at. */
export function isMet({ figure, limit, moreIsBetter = false }: BenchGoal): boolean {
  return moreIsBetter ? figure >= limit : figure <= limit;
}
