import type { RoutingWayView } from '../../../../core/page/routing/routingWayView.ts';
import { element } from '../../element.ts';
import type { PageContext } from '../../pageContext.ts';
import { disclosure } from './disclosure.ts';
import { filterList } from './filtersPart.ts';
import { stepList } from './stepsPart.ts';

/** The way through the Workflow: its filters, and the steps that follow from them. */
export function wayPart(way: RoutingWayView, context: PageContext): HTMLElement {
  const { way: title, filters, steps } = context.strings.routingSection;
  const column = (heading: string, list: HTMLElement) =>
    list.childElementCount === 0 ? undefined : element('div', {}, element('h4', {}, heading), list);
  return disclosure(
    {
      ...{ name: 'routing/way', class: 'panel', isOpenAtFirst: true },
      summary: [element('h3', {}, title), element('span', { class: 'note' }, way.workflow?.name)],
      content: () =>
        element(
          'div',
          { class: 'panel-content' },
          element(
            'div',
            { class: 'way' },
            column(filters, filterList(way.filters, context)),
            column(steps, stepList(way, context)),
          ),
        ),
    },
    context,
  );
}
