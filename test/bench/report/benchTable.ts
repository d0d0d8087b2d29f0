/** The results of one measurement, with those of its peers in the same run. */
export interface BenchTable {
  readonly title: string;
  readonly columns: readonly BenchColumn[];
  readonly rows: readonly BenchRow[];
  readonly goals?: readonly BenchGoal[];
}

interface BenchColumn {
  readonly name: string;
  /** The unit of the column, such as "ms". "" for plain numbers and ratios. */
  readonly unit: string;
  /** Digits after the decimal point. By default, 2. */
  readonly digits?: number;
  /** Whether higher is better, as for a speed. By default, lower is better. */
  readonly moreIsBetter?: boolean;
  /** Whether the column is only information, such as a count, and cannot be better or worse. */
  readonly isNote?: boolean;
}

interface BenchRow {
  readonly name: string;
  /** One for each column. `null`, or missing at the end, if it was not measured. */
  readonly figures: readonly (number | null)[];
}

/** An upper limit of a figure, or a lower limit if higher is better. */
interface BenchGoal {
  readonly text: string;
  readonly figure: number;
  readonly limit: number;
  readonly unit: string;
  readonly moreIsBetter?: boolean;
}

/** Whether a figure meets its goal. */
export function isMet({ figure, limit, moreIsBetter = false }: BenchGoal): boolean {
  return moreIsBetter ? figure >= limit : figure <= limit;
}

type Format = 'text' | 'json' | 'markdown';

export function printTables(tables: readonly BenchTable[], format: Format): string {
  if (format === 'json') return JSON.stringify(tables, undefined, 2);
  return tables.map(format === 'text' ? printText : printMarkdown).join('\n\n');
}

function printText(table: BenchTable): string {
  const lines = cellsOf(table);
  const widths = lines[0]?.map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  const rows = lines.map((cells) =>
    cells
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths?.[0] ?? 0) : cell.padStart(widths?.[column] ?? 0),
      )
      .join('   '),
  );
  return [table.title, ...[...rows, ...goalsOf(table)].map((line) => `  ${line}`)].join('\n');
}

function printMarkdown(table: BenchTable): string {
  const [head = [], ...rows] = cellsOf(table);
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = head.map((_, column) => (column === 0 ? '---' : '--:'));
  return [
    `**${table.title}**`,
    '',
    ...[head, rule, ...rows].map(line),
    ...goalsOf(table).map((goal) => `\n${goal}`),
  ].join('\n');
}

/** The header, then the rows. */
function cellsOf({ columns, rows }: BenchTable): readonly (readonly string[])[] {
  const head = columns.map(({ name, unit }) => (unit === '' ? name : `${name}, ${unit}`));
  return [
    ['', ...head],
    ...rows.map(({ name, figures }) => [
      name,
      ...columns.map(({ digits = 2 }, index) => printFigure(figures[index], digits)),
    ]),
  ];
}

function goalsOf({ goals = [] }: BenchTable): readonly string[] {
  return goals.map((goal) => {
    const { text, figure, limit, unit, moreIsBetter = false } = goal;
    const [found, wanted] = [figure, limit].map((one) => `${printFigure(one, 2)} ${unit}`.trim());
    const bound = moreIsBetter ? 'at least' : 'at most';
    return `${isMet(goal) ? '✔' : '✘'} ${text}: ${String(found)}, ${bound} ${String(wanted)}`;
  });
}

function printFigure(figure: number | null | undefined, digits: number): string {
  if (typeof figure !== 'number') return '';
  return figure.toLocaleString('en', {
    ...{ minimumFractionDigits: digits, maximumFractionDigits: digits },
  });
}
