import type { BenchTable } from './benchTable.ts';
import { quantile } from './figures.ts';

type Run = readonly BenchTable[];

/**
 * Compares the figures of two revisions: the median of each, their ratio, and in how many pairs of
 * runs this working tree was better.
 */
export function compareRuns(
  revision: string,
  { here, there }: { readonly here: readonly Run[]; readonly there: readonly Run[] },
): readonly BenchTable[] {
  return (here[0] ?? []).map(({ title, columns, rows }, table) => ({
    title,
    columns: [
      { name: revision, unit: '', digits: 3 },
      { name: 'this', unit: '', digits: 3 },
      { name: 'this beside it', unit: '×' },
      { name: 'better in pairs', unit: `of ${String(here.length)}`, digits: 0 },
    ],
    rows: rows.flatMap(({ name }) =>
      columns.flatMap((column, index) => {
        if (column.isNote === true) return [];
        const figuresOf = (runs: readonly Run[]) =>
          runs.map(
            (tables) => tables[table]?.rows.find((row) => row.name === name)?.figures[index],
          );
        const [own, other] = [figuresOf(here), figuresOf(there)];
        // A row must be measured in all runs of both sides.
        if (![...own, ...other].every((figure) => typeof figure === 'number')) return [];
        const [mine, its] = [own as number[], other as number[]];
        const [now, before] = [quantile(mine, 0.5), quantile(its, 0.5)];
        const isBetter = (figure: number, than: number) =>
          column.moreIsBetter === true ? figure > than : figure < than;
        const better = mine.filter((figure, run) => isBetter(figure, its[run] ?? NaN)).length;
        const unit = column.unit === '' ? '' : `, ${column.unit}`;
        return [
          { name: `${name}: ${column.name}${unit}`, figures: [before, now, now / before, better] },
        ];
      }),
    ),
  }));
}
