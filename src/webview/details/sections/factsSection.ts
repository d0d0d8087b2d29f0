import type { FactView } from '../../../core/page/facts.ts';
import { element } from '../element.ts';
import type { PageContext } from '../pageContext.ts';
import { resourceLink } from './linksSection.ts';

/** The facts, in two columns if there is room. */
export function factsSection(
  facts: readonly FactView[],
  changed: readonly string[],
  context: PageContext,
): HTMLElement {
  const { strings } = context;
  const row = ({ name, label, value }: FactView) => [
    element('dt', {}, label),
    changed.includes(name)
      ? element(
          'dd',
          {},
          element(
            'span',
            { class: 'changed', attributes: { title: strings.changed } },
            ...factValue(value, label, context),
          ),
          element('span', { class: 'spoken' }, ` (${strings.changed})`),
        )
      : element('dd', {}, ...factValue(value, label, context)),
  ];
  const column = (group: FactView['group'], title: string) => {
    const rows = facts.filter((fact) => fact.group === group).flatMap(row);
    return rows.length === 0
      ? undefined
      : element('section', {}, element('h2', {}, title), element('dl', {}, ...rows));
  };
  return element(
    'div',
    { class: 'cols' },
    column('routing', strings.details),
    column('time', strings.time),
  );
}

function factValue(
  value: FactView['value'],
  label: string,
  context: PageContext,
): (Node | string)[] {
  switch (value.kind) {
    case 'none':
      return [element('span', { class: 'note' }, context.strings.none)];
    case 'words':
      return [element('bdi', {}, value.words)];
    case 'link':
      return [resourceLink(value.link, context)];
    case 'moment':
      return [
        context.times.element(value.timestamp),
        ' ',
        element('code', {}, value.written),
        ...(value.note === undefined
          ? []
          : [' ', element('span', { class: 'note unbroken' }, value.note)]),
      ];
    case 'meter':
      return [value.words, meter(value.ratio, `${label}: ${value.words}`)];
  }
}

function meter(ratio: number, label: string): HTMLElement {
  return element('meter', {
    attributes: { min: '0', max: '1', value: String(ratio), 'aria-label': label },
  });
}
