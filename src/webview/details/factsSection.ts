import type { FactView } from '../../core/details/factView.ts';
import type { Formatted } from '../../core/details/formatted.ts';
import { element } from './element.ts';
import type { PageTools } from './pageTools.ts';
import { resourceLink } from './resourceLink.ts';

type Fact = Formatted<FactView>;

/** The facts, in two columns where there is room. */
export function factsSection(
  facts: readonly Fact[],
  changed: readonly string[],
  tools: PageTools,
): HTMLElement {
  const { words } = tools;
  const column = (group: Fact['group'], title: string) =>
    element(
      'section',
      {},
      element('h2', {}, title),
      element(
        'dl',
        {},
        ...facts
          .filter((fact) => fact.group === group)
          .flatMap((fact) => [
            element('dt', {}, fact.label),
            changed.includes(fact.name)
              ? element(
                  'dd',
                  {},
                  element(
                    'span',
                    { class: 'changed', attributes: { title: words.changed } },
                    ...shown(fact, tools),
                  ),
                  element('span', { class: 'spoken' }, ` (${words.changed})`),
                )
              : element('dd', {}, ...shown(fact, tools)),
          ]),
      ),
    );
  return element(
    'div',
    { class: 'cols' },
    column('routing', words.routing),
    column('time', words.time),
  );
}

function shown({ value, label }: Fact, tools: PageTools): (Node | string)[] {
  switch (value.kind) {
    case 'none':
      return [element('span', { class: 'note' }, tools.words.none)];
    case 'words':
      return [value.words];
    case 'link':
      return [resourceLink(value.link, tools)];
    case 'moment':
      return [tools.times.element(value.moment), ' ', element('code', {}, value.written)];
    case 'meter':
      return [value.words, meter(value.ratio, `${label}: ${value.words}`)];
  }
}

function meter(ratio: number, label: string): HTMLElement {
  return element('meter', {
    attributes: { min: '0', max: '1', value: String(ratio), 'aria-label': label },
  });
}
