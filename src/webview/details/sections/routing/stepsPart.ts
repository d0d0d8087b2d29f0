import type { RoutingWayView, StepView } from '../../../../core/page/routing/routingWayView.ts';
import { element } from '../../element.ts';
import type { PageContext } from '../../pageContext.ts';
import { mark, type MarkKind } from './mark.ts';
import { withCode } from './richText.ts';

/** The steps of a Task through its Workflow, with the present one marked. */
export function stepList(
  { steps, isEstimated }: RoutingWayView,
  context: PageContext,
): HTMLElement {
  return element(
    'ol',
    { class: 'steps', attributes: { 'aria-label': context.strings.routingSection.steps } },
    ...steps.map((step) => stepRow(step, isEstimated, context)),
  );
}

function stepRow(step: StepView, isEstimated: boolean, context: PageContext): HTMLElement {
  const { label, at, position, reasons } = step;
  const { strings, clock } = context;
  const { estimated } = strings.routingSection;
  const isPresent = position === 'current';
  return element(
    'li',
    {
      class: `${position} ${step.outcome}`,
      attributes: { 'aria-current': isPresent ? 'step' : undefined },
    },
    mark(stepMark(step)),
    element(
      'div',
      {},
      element('span', { class: 'step' }, ...withCode(label)),
      ' ',
      stepState(step, context),
      isPresent && isEstimated ? element('span', { class: 'estimated' }, estimated) : undefined,
      ...(tellsReasons(step)
        ? reasons.map((reason) => element('small', {}, ...withCode(reason)))
        : []),
    ),
    at === undefined ? undefined : clock.element({ at, precision: 's' }),
  );
}

function stepMark({ position, outcome }: StepView): MarkKind {
  if (outcome === 'skipped') return 'skipped';
  if (outcome === 'canceled') return 'ended';
  if (outcome === 'uncertain') return 'uncertain';
  if (position === 'current') return 'present';
  return position === 'passed' ? 'yes' : 'open';
}

/** The state of a step in words, which are not seen where its mark says enough. */
function stepState({ position, outcome }: StepView, { strings }: PageContext): HTMLElement {
  const { uncertain } = strings.routingSection;
  const visible = (text: string) => element('span', { class: 'note' }, text);
  const spoken = (text: string) => element('span', { class: 'spoken' }, text);
  if (position === 'current') return visible(strings.present);
  if (outcome === 'skipped') return visible(strings.skipped);
  if (outcome === 'uncertain') return visible(uncertain);
  if (position === 'unknown') return spoken(strings.unknown);
  return spoken(position === 'passed' ? strings.passed : strings.ahead);
}

/** Of a step that a Task waits in, the times, the filters and the Workers say it all. */
function tellsReasons({ outcome }: StepView): boolean {
  return outcome !== 'waits' && outcome !== 'moved';
}
