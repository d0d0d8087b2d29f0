import { escapeUnseen } from '../../core/messages/plainText.ts';
import type { ApiLink } from '../../core/page/taskDetails.ts';
import { element } from './element.ts';
import type { PageTools } from './pageTools.ts';

/** The addresses in the answer: what we can show opens here, another page outside. */
export function linksSection(links: readonly ApiLink[], tools: PageTools): HTMLElement {
  const rows = links.flatMap(({ name, url, isWeb, opens }, at) => [
    element('dt', {}, element('bdi', {}, escapeUnseen(name))),
    element(
      'dd',
      {},
      opens === undefined && !isWeb
        ? element('bdi', {}, escapeUnseen(url))
        : element(
            'button',
            {
              class: 'link',
              attributes: { type: 'button', 'data-focus': `link ${at}` },
              onClick: () => {
                if (opens === undefined) tools.browse(at);
                else tools.open(opens);
              },
            },
            element('bdi', {}, escapeUnseen(url)),
          ),
    ),
  ]);
  return element('section', {}, element('h2', {}, tools.words.links), element('dl', {}, ...rows));
}
