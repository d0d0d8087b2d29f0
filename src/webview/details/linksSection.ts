import type { ApiLink } from '../../core/details/taskDetailsView.ts';
import { element } from './element.ts';
import type { PageTools } from './pageTools.ts';

/** The addresses in the answer: what we can show opens here, everything else outside. */
export function linksSection(links: readonly ApiLink[], tools: PageTools): HTMLElement {
  const rows = links.flatMap(({ name, url, opens }) => [
    element('dt', {}, name),
    element(
      'dd',
      {},
      element(
        'button',
        {
          class: 'link',
          attributes: { type: 'button', 'data-focus': `link ${name}` },
          onClick: () => {
            if (opens === undefined) tools.browse(name);
            else tools.open(opens);
          },
        },
        url,
      ),
    ),
  ]);
  return element('section', {}, element('h2', {}, tools.words.links), element('dl', {}, ...rows));
}
