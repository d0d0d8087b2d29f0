import { plainEnglish } from '../../../../core/messages/message.ts';
import type {
  WorkerRowView,
  WorkerTableView,
} from '../../../../core/page/routing/workerTableView.ts';
import { element, joinWithDots } from '../../element.ts';
import { icon } from '../../icon.ts';
import type { PageContext } from '../../pageContext.ts';
import { disclosure } from './disclosure.ts';
import { limitedRows } from './limitedRows.ts';
import { numberText, withCode } from './richText.ts';
import { columns, workerRow } from './workerRow.ts';

/** How many Workers of the TaskQueue are shown at first. The others are the least telling. */
const FIRST_ROWS = 10;

/** The rows of the table as they were drawn, so that one that did not change stays. */
export type DrawnRows = Map<string, { readonly data: string; readonly node: HTMLElement }>;

/** The Workers: how many are left by what, and each with what is in the way. */
export function workersPart(
  table: WorkerTableView,
  drawn: DrawnRows,
  context: PageContext,
): HTMLElement {
  const { workers: title } = context.strings.routingSection;
  const notes = [shownCount(table, context), table.order].filter((note) => note !== '');
  return disclosure(
    {
      ...{ name: 'routing/workers', class: 'panel', isOpenAtFirst: true },
      summary: [
        element('h3', {}, title),
        element('span', { class: 'note' }, ...joinWithDots(notes)),
      ],
      content: () =>
        element(
          'div',
          { class: 'panel-content' },
          funnel(table, context),
          ...table.disagreements.map((sentence) =>
            element(
              'p',
              { class: 'disagreement' },
              icon('warning'),
              element('span', {}, ...withCode(sentence)),
            ),
          ),
          ...(table.rows.length === 0 ? [] : workerTable(table, drawn, context)),
        ),
    },
    context,
  );
}

/** "Showing 200 of 1,240", and nothing where all are shown. */
function shownCount({ rows, counts, isCut }: WorkerTableView, { strings }: PageContext): string {
  const { showing, atLeast } = strings.routingSection;
  if (rows.length >= counts.all && !isCut) return '';
  const all = numberText(counts.all);
  const most = isCut ? plainEnglish(atLeast, all) : all;
  return plainEnglish(showing, numberText(rows.length), most);
}

/** How many Workers each condition leaves. The first that leaves none is where the Task is stuck. */
function funnel({ counts, isCut }: WorkerTableView, { strings }: PageContext): HTMLElement {
  const { counts: labels, atLeast } = strings.routingSection;
  const names = ['all', 'inQueue', 'matching', 'available', 'withCapacity'] as const;
  const firstEmpty = names.find((name) => counts[name] === 0);
  return element(
    'ol',
    { class: 'funnel' },
    ...names.map((name) => {
      const count = numberText(counts[name]);
      return element(
        'li',
        { class: name === firstEmpty ? 'empty' : undefined },
        element('strong', {}, isCut && counts[name] > 0 ? plainEnglish(atLeast, count) : count),
        ' ',
        element('span', {}, labels[name]),
      );
    }),
  );
}

function workerTable({ rows }: WorkerTableView, drawn: DrawnRows, context: PageContext): Node[] {
  const { columns: titles, workers } = context.strings.routingSection;
  const body = element('tbody', { attributes: { role: 'rowgroup' } });
  const more = limitedRows(
    { name: 'routing/workers', body, first: firstRows(rows), count: rows.length },
    (index) => drawnRow(rows[index], drawn, context),
    context,
  );
  const present = new Set(rows.map(({ worker }) => worker.sid));
  for (const sid of drawn.keys()) if (!present.has(sid)) drawn.delete(sid);
  const heads = columns.map((column) =>
    element('th', { attributes: { role: 'columnheader', scope: 'col' } }, titles[column]),
  );
  const table = element(
    'table',
    { class: 'workers', attributes: { role: 'table', 'aria-label': workers } },
    element(
      'thead',
      { attributes: { role: 'rowgroup' } },
      element('tr', { attributes: { role: 'row' } }, ...heads),
    ),
    body,
  );
  return [table, ...more];
}

function firstRows(rows: readonly WorkerRowView[]): number {
  const members = rows.filter(({ inQueue }) => inQueue !== 'no').length;
  return members === 0 ? FIRST_ROWS : Math.min(members, FIRST_ROWS);
}

function drawnRow(
  row: WorkerRowView | undefined,
  drawn: DrawnRows,
  context: PageContext,
): HTMLElement | undefined {
  if (row === undefined) return undefined;
  const data = JSON.stringify(row);
  const before = drawn.get(row.worker.sid);
  if (before?.data === data) return before.node;
  const node = workerRow(row, context);
  drawn.set(row.worker.sid, { data, node });
  return node;
}
