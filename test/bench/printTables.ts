import { isMet, type BenchTable } from './benchTable.ts';

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

/** The head, then the rows. */
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
