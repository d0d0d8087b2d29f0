import { escapeUnseen } from '../../core/messages/plainText.ts';
import type { ResourceLink } from '../../core/page/resourceLink.ts';
import { shortenSid } from '../../core/sids/sid.ts';
import { sidNames } from '../../core/sids/sidNames.ts';
import { element } from './element.ts';
import type { PageTools } from './pageTools.ts';

/** What a view names: by its name, with the SID beside it, and a way to it where there is one. */
export function resourceLink(
  { sid: asItCame, name, opens }: ResourceLink,
  tools: PageTools,
): HTMLElement {
  const sid = escapeUnseen(asItCame);
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
