import type { WaitingCause } from '../../../../core/explanation/routingExplanation.ts';
import type { RoutingView } from '../../../../core/page/routing/routingView.ts';
import type { NextStepView } from '../../../../core/page/routing/routingWayView.ts';
import { labelledButton } from '../../buttons.ts';
import { element } from '../../element.ts';
import { fillIn } from '../../fillIn.ts';
import { icon, type IconName } from '../../icon.ts';
import type { PageContext } from '../../pageContext.ts';
import { countdown } from './countdown.ts';
import { withCode } from './richText.ts';

const ICONS: Readonly<Record<WaitingCause, IconName>> = {
  heldOnPurpose: 'debugPause',
  nobodyInQueue: 'error',
  nobodyMatchesTarget: 'error',
  knownWorker: 'error',
  nobodyAvailable: 'warning',
  noCapacity: 'warning',
  offeredAgain: 'warning',
  offered: 'bell',
  othersAhead: 'listOrdered',
  defaultFilter: 'warning',
  assignable: 'pass',
  uncertain: 'question',
  notRead: 'question',
  notWaiting: 'info',
};

/** The cause in one sentence, with what would change it and what happens next. */
export function verdictPart(
  { cause, tone, headline, remedy, way }: RoutingView,
  context: PageContext,
): HTMLElement {
  return element(
    'div',
    { class: `cause ${tone}` },
    icon(ICONS[cause]),
    element(
      'div',
      {},
      element('p', { class: 'headline', attributes: { role: 'status' } }, ...withCode(headline)),
      remedy === undefined ? undefined : element('p', { class: 'remedy' }, ...withCode(remedy)),
      way?.next && nextLine(way.next, context),
    ),
  );
}

function nextLine(next: NextStepView, context: PageContext): HTMLElement {
  const { next: title } = context.strings.routingSection;
  const words = element('span', {});
  if (next.kind === 'sentence') words.append(...withCode(next.sentence));
  else showStep(next, words, context);
  return element(
    'p',
    { class: 'next' },
    icon('arrowRight'),
    element('span', {}, element('span', { class: 'note' }, `${title} `), words),
  );
}

function showStep(
  { label, at }: Extract<NextStepView, { kind: 'step' }>,
  words: HTMLElement,
  context: PageContext,
): void {
  const { nextIn, nextDue } = context.strings.routingSection;
  const step = () => element('strong', {}, ...withCode(label));
  const showDue = () => {
    words.replaceChildren(...fillIn(nextDue, step()));
  };
  if (context.clock.secondsUntil(at) <= 0) showDue();
  else words.replaceChildren(...fillIn(nextIn, step(), countdown(at, showDue, context)));
}

/** What may matter too, and what could not be read, which can be read again. */
export function notesPart(
  notes: readonly string[],
  missing: readonly string[],
  { strings, run }: PageContext,
): HTMLElement {
  const row = (name: IconName, sentence: string) =>
    element('li', { class: name }, icon(name), element('span', {}, ...withCode(sentence)));
  const rows = [
    ...missing.map((sentence) => row('warning', sentence)),
    ...notes.map((sentence) => row('info', sentence)),
  ];
  rows[missing.length - 1]?.append(
    labelledButton({
      ...{ label: strings.tryAgain, focus: 'routing' },
      onClick: () => {
        run('routing');
      },
    }),
  );
  return element('ul', { class: 'routing-notes' }, ...rows);
}
