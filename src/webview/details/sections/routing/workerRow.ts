import { plainEnglish } from '../../../../core/messages/message.ts';
import type { WorkerRowView } from '../../../../core/page/routing/workerTableView.ts';
import { element } from '../../element.ts';
import { icon, type IconName } from '../../icon.ts';
import type { PageContext } from '../../pageContext.ts';
import { shortLink } from '../linksSection.ts';
import { mark } from './mark.ts';
import { numberText, withCode } from './richText.ts';

const VERDICT_ICONS: Readonly<Record<WorkerRowView['verdict'], IconName>> = {
  next: 'arrowRight',
  eligible: 'pass',
  unavailable: 'circle-slash',
  noCapacity: 'circle-slash',
  channelOff: 'circle-slash',
  reserved: 'bell',
  noMatch: 'close',
  notInQueue: 'close',
  uncertain: 'question',
};

/** The columns of the table of Workers. */
export const columns = [
  'worker',
  'verdict',
  'activity',
  'taskQueue',
  'target',
  'capacity',
] as const;
type Column = (typeof columns)[number];

/**
 * A Worker as a row. The roles are written out, as a narrow page shows a row as a card, which for
 * browsers is no row of a table any more.
 */
export function workerRow(row: WorkerRowView, context: PageContext): HTMLElement {
  const cells: Readonly<Record<Column, readonly (Node | string | undefined)[]>> = {
    worker: [shortLink(row.worker, context)],
    verdict: verdictCell(row, context),
    activity: activityCell(row, context),
    taskQueue: [answerMark(row.inQueue, context)],
    target: [answerMark(row.matchesTarget, context)],
    capacity: capacityCell(row, context),
  };
  const { columns: titles } = context.strings.routingSection;
  return element(
    'tr',
    { class: `worker ${row.verdict}`, attributes: { role: 'row' } },
    ...columns.map((column) =>
      column === 'worker'
        ? element('th', { attributes: { role: 'rowheader', scope: 'row' } }, ...cells.worker)
        : element(
            'td',
            { class: column, attributes: { role: 'cell', 'data-label': titles[column] } },
            ...cells[column],
          ),
    ),
  );
}

function verdictCell({ verdict, reason }: WorkerRowView, { strings }: PageContext): Node[] {
  return [
    element(
      'span',
      { class: 'verdict-name' },
      icon(VERDICT_ICONS[verdict]),
      element('span', {}, strings.routingSection.verdicts[verdict]),
    ),
    ...(reason === undefined ? [] : [element('small', {}, ...withCode(reason))]),
  ];
}

function activityCell(
  { activity, isAvailable, since }: WorkerRowView,
  context: PageContext,
): (Node | string)[] {
  const { strings } = context;
  const { available, unavailable, lasting: lastingText } = strings.routingSection;
  if (activity === undefined) return [element('span', { class: 'note' }, strings.unknown)];
  const dot =
    isAvailable === undefined
      ? undefined
      : mark(isAvailable ? 'present' : 'open', isAvailable ? available : unavailable);
  return [
    element('span', { class: 'activity-name' }, ...(dot === undefined ? [] : [dot]), activity),
    ...(since === undefined
      ? []
      : [' ', element('small', {}, context.clock.growing({ text: lastingText, since }))]),
  ];
}

function answerMark(answer: WorkerRowView['matchesTarget'], { strings }: PageContext): HTMLElement {
  const label = strings.routingSection.answers[answer];
  return answer === 'notAsked' ? dash(label) : mark(answer, label);
}

/** Stands where nothing is to be said; the reason is in its tooltip. */
function dash(label: string): HTMLElement {
  return element(
    'span',
    { class: 'note', attributes: { title: label } },
    element('span', { attributes: { 'aria-hidden': 'true' } }, '–'),
    element('span', { class: 'spoken' }, label),
  );
}

function capacityCell(
  { capacity, pendingReservation }: WorkerRowView,
  { strings }: PageContext,
): (Node | string)[] {
  const { used, channelOff, reservationPending, notReadCapacity } = strings.routingSection;
  const pending = pendingReservation ? [element('small', {}, reservationPending)] : [];
  if (capacity === undefined) return [dash(notReadCapacity), ...pending];
  const counts = plainEnglish(used, numberText(capacity.used), numberText(capacity.total));
  return [
    element('span', {}, counts),
    ...(capacity.isOn ? [] : [element('small', {}, channelOff)]),
    ...pending,
  ];
}
