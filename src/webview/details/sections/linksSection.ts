import { escapeInvisible } from '../../../core/json/escapeInvisible.ts';
import type { ResourceLink } from '../../../core/page/resourceLink.ts';
import type { ApiLink } from '../../../core/page/taskDetails.ts';
import { shortenSid } from '../../../core/sids/sid.ts';
import { sidNames } from '../../../core/sids/sidNames.ts';
import { element } from '../element.ts';
import { icon } from '../icon.ts';
import type { PageContext } from '../pageContext.ts';

/** The URLs in the answer. Resources of TaskRouter open in the editor, web pages in the browser. */
export function linksSection(links: readonly ApiLink[], context: PageContext): HTMLElement {
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
                if (opens === undefined) context.browse(at);
                else context.open(opens);
              },
            },
            element('bdi', {}, escapeInvisible(url)),
          ),
    ),
  ]);
  const list = element('dl', {}, ...rows);
  return element(
    'section',
    {},
    collapsibleTitle('links', context.strings.links, list, context),
    list,
  );
}

/** A heading that shows and hides what is below it, and remembers that. Closed at first. */
function collapsibleTitle(
  name: string,
  title: string,
  content: HTMLElement,
  { isOpen, setOpen }: PageContext,
): HTMLElement {
  const twistie = element('span', { class: 'twistie' });
  const button = element(
    'button',
    {
      class: 'plain',
      attributes: { type: 'button', 'data-focus': name },
      onClick: () => {
        setOpen(name, !isOpen(name));
        draw();
      },
    },
    twistie,
    title,
  );
  const draw = () => {
    const open = isOpen(name);
    twistie.replaceChildren(icon(open ? 'chevronDown' : 'chevronRight'));
    button.setAttribute('aria-expanded', String(open));
    content.hidden = !open;
  };
  draw();
  return element('h2', { class: 'opens' }, button);
}

/** A resource by its name, with its SID beside it, and as a link if it can be opened. */
export function resourceLink(link: ResourceLink, context: PageContext): HTMLElement {
  const nameNode = shortLink(link, context);
  if (link.name === '') return nameNode;
  const { sid, title } = describeSid(link);
  const short = element('code', { attributes: { title } }, shortenSid(sid));
  return element('span', {}, nameNode, ' ', short);
}

/** A resource by its name, with its SID as the tooltip, for tables. */
export function shortLink(link: ResourceLink, context: PageContext): HTMLElement {
  const { name, opens } = link;
  const { sid, title } = describeSid(link);
  const label = name === '' ? shortenSid(sid) : name;
  if (opens === undefined) return element('span', { attributes: { title } }, label);
  return element(
    'button',
    {
      class: 'link',
      attributes: { type: 'button', title, 'data-focus': `open ${sid}` },
      onClick: () => {
        context.open(opens);
      },
    },
    label,
  );
}

function describeSid({ sid: rawSid }: ResourceLink): { sid: string; title: string } {
  const sid = escapeInvisible(rawSid);
  const kind = sidNames.get(sid.slice(0, 2));
  return { sid, title: kind === undefined ? sid : `${kind} ${sid}` };
}
