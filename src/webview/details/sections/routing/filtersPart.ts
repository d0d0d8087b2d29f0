import type { ClauseView, FilterView } from '../../../../core/page/routing/routingWayView.ts';
import { element } from '../../element.ts';
import type { PageContext } from '../../pageContext.ts';
import { disclosure } from './disclosure.ts';
import { mark, type MarkKind } from './mark.ts';
import { withCode } from './richText.ts';

const FILTER_MARKS: Readonly<Record<FilterView['outcome'], MarkKind>> = {
  match: 'yes',
  noMatch: 'no',
  uncertain: 'uncertain',
  notReached: 'open',
};

const CLAUSE_MARKS: Readonly<Record<ClauseView['outcome'], MarkKind>> = {
  true: 'yes',
  false: 'no',
  uncertain: 'uncertain',
};

/** The filters of a Workflow in order, the one that counts open. */
export function filterList(filters: readonly FilterView[], context: PageContext): HTMLElement {
  const { filters: label } = context.strings.routingSection;
  return element(
    'ul',
    { class: 'filters', attributes: { 'aria-label': label } },
    ...filters.map((filter) => filterRow(filter, context)),
  );
}

function filterRow(filter: FilterView, context: PageContext): HTMLElement {
  const { index, name, expression, outcome, isCurrent, clauses } = filter;
  const { filterOutcomes } = context.strings.routingSection;
  const failing = outcome === 'match' ? undefined : decisive(filter);
  const summary = [
    mark(FILTER_MARKS[outcome]),
    element(
      'span',
      { class: 'filter' },
      element('span', { class: 'name' }, name),
      ' ',
      element('span', { class: `outcome ${outcome}` }, filterOutcomes[outcome]),
      ...(failing === undefined ? [] : [' ', element('small', {}, ...withCode(failing))]),
    ),
  ];
  const attributes = { 'aria-current': isCurrent ? 'true' : undefined };
  if (expression === undefined && clauses.length === 0) {
    const row = element('div', { class: 'filter-row flat' }, ...summary);
    return element('li', { class: outcome, attributes }, row);
  }
  const row = disclosure(
    {
      ...{ name: `routing/filter ${index}`, class: 'filter-row', isOpenAtFirst: isCurrent },
      summary,
      content: () => filterContent(filter, context),
    },
    context,
  );
  return element('li', { class: outcome, attributes }, row);
}

/** Why a filter does not match, in one line: what its first clause that is not true met. */
function decisive({ outcome, clauses }: FilterView): string | undefined {
  const wanted = outcome === 'noMatch' ? 'false' : 'uncertain';
  return clauses.find((clause) => clause.outcome === wanted)?.reasons[0];
}

function filterContent({ expression, clauses }: FilterView, context: PageContext): HTMLElement {
  const { clauseOutcomes } = context.strings.routingSection;
  const [only] = clauses;
  const isOneClause = clauses.length === 1 && only?.text === expression;
  return element(
    'div',
    { class: 'filter-content' },
    expression === undefined || isOneClause
      ? undefined
      : element('pre', {}, element('code', {}, expression)),
    element(
      'ul',
      { class: 'clauses' },
      ...clauses.map(({ text, outcome, reasons }) =>
        element(
          'li',
          {},
          mark(CLAUSE_MARKS[outcome], clauseOutcomes[outcome]),
          element(
            'div',
            {},
            element('code', {}, text),
            ...reasons.map((reason) => element('small', {}, ...withCode(reason))),
          ),
        ),
      ),
    ),
  );
}
