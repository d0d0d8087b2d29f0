import type { FactView } from '../../../core/page/facts.ts';
import type { ViewChanges } from '../../../core/page/viewChanges.ts';
import { element } from '../element.ts';
import type { PageContext } from '../pageContext.ts';
import { resourceLink } from './linksSection.ts';

/** The facts, in two columns if there is room. */
export function factsSection(
  facts: readonly FactView[],
  changes: ViewChanges['facts'],
  context: PageContext,
): HTMLElement {
  const { strings } = context;
  const changed = new Map(changes.map((change) => [change.name, change]));
  const row = ({ name, label, value }: FactView) => {
    const change = changed.get(name);
    const now = factValue(value, label, context);
    return [
      element('dt', {}, label),
      change === undefined
        ? element('dd', {}, ...now)
        : element(
            'dd',
            {},
            element(
              'span',
              { class: 'changed', attributes: { title: strings.changed } },
              element('del', {}, ...factValue(change.before ?? { kind: 'none' }, label, context)),
              ' → ',
              ...now,
            ),
            element('span', { class: 'spoken' }, ` (${strings.changed})`),
          ),
    ];
  };
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
  const { clock, strings } = context;
  switch (value.kind) {
    case 'none':
      return [element('span', { class: 'note' }, strings.none)];
    case 'words':
      return [
        value.growing === undefined
          ? element('bdi', {}, value.words)
          : clock.growing(value.growing),
      ];
    case 'link':
      return [resourceLink(value.link, context)];
    case 'moment':
      return [
        clock.element(value.timestamp),
        ...(value.note === undefined
          ? []
          : [' ', element('span', { class: 'note unbroken' }, value.note)]),
      ];
    case 'meter': {
      const { words, ratio, timeout, growing } = value;
      return [
        growing === undefined ? words : clock.growing(growing),
        clock.meter(
          ratio,
          `${label}: ${words}`,
          growing && { since: growing.since, limit: timeout },
        ),
      ];
    }
  }
}
