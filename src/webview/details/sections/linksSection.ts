import { escapeInvisible } from '../../../core/json/escapeInvisible.ts';
import type { ResourceLink } from '../../../core/page/resourceLink.ts';
import type { ApiLink } from '../../../core/page/taskDetails.ts';
import { shortenSid } from '../../../core/sids/sid.ts';
import { sidNames } from '../../../core/sids/sidNames.ts';
import { element } from '../element.ts';
import type { PageContext } from '../pageContext.ts';

/** The addresses in the answer: what we can show opens here, another page outside. */
export function linksSection(links: readonly ApiLink[], tools: PageContext): HTMLElement {
  const rows = links.flatMap(({ name, url, isWeb, opens }, at) => [
    element('dt', {}, element('bdi', {}, escapeInvisible(name))),
    element(
      'dd',
      {},
      opens === undefined && !isWeb
        ? element('bdi', {}, escapeInvisible(url))
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
            element('bdi', {}, escapeInvisible(url)),
          ),
    ),
  ]);
  return element('section', {}, element('h2', {}, tools.strings.links), element('dl', {}, ...rows));
}

/** What a view names: by its name, with the SID beside it, and a way to it where there is one. */
export function resourceLink(
  { sid: asItCame, name, opens }: ResourceLink,
  tools: PageContext,
): HTMLElement {
  const sid = escapeInvisible(asItCame);
  const kind = sidNames.get(sid.slice(0, 2));
  const title = kind === undefined ? sid : `${kind} ${sid}`;
  const label = name === '' ? shortenSid(sid) : name;
  const shown =
    opens === undefined
      ? element('span', { attributes: { title } }, label)
      : element(
          'button',
          {
            class: 'link',
            attributes: { type: 'button', title, 'data-focus': `open ${sid}` },
            onClick: () => {
              tools.open(opens);
            },
          },
          label,
        );
  if (name === '') return shown;
  const short = element('code', { attributes: { title } }, shortenSid(sid));
  return element('span', {}, shown, ' ', short);
}
