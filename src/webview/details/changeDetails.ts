import type {
  AttributeChangeView,
  ChangedPlaceView,
  ChangedValueView,
} from '../../core/history/attributeChange.ts';
import type { Formatted } from '../../core/messages/viewText.ts';
import { element } from './element.ts';
import { icon } from './icon.ts';
import type { PageTools } from './pageTools.ts';
import { separated } from './separated.ts';
import { withNumber } from './withNumber.ts';

/** Which attributes an event changed, as a button that opens what they were and became. */
export function changeDetails(
  id: string,
  { sentences, places, more }: Formatted<AttributeChangeView>,
  tools: PageTools,
): HTMLElement[] {
  const name = `change/${id}`;
  const difference = element(
    'div',
    { class: 'difference values' },
    ...places.map((place) => placeOf(place, tools)),
    more === 0
      ? undefined
      : element('p', { class: 'note' }, withNumber(tools.words.moreChanges, more)),
  );
  const twistie = element('span', { class: 'twistie' });
  const button = element(
    'button',
    {
      class: 'plain change',
      attributes: { type: 'button', 'data-focus': name },
      onClick: () => {
        show(!tools.isOpen(name));
      },
    },
    twistie,
    element('span', {}, ...separated(sentences)),
  );
  const draw = (open: boolean) => {
    twistie.replaceChildren(icon(open ? 'chevronDown' : 'chevronRight'));
    button.setAttribute('aria-expanded', String(open));
    difference.hidden = !open;
  };
  const show = (open: boolean) => {
    tools.setOpen(name, open);
    draw(open);
  };
  draw(tools.isOpen(name));
  return [button, difference];
}

function placeOf({ path, before, after }: ChangedPlaceView, { words }: PageTools): HTMLElement {
  return element(
    'div',
    { class: 'place' },
    path === '' ? undefined : element('bdi', { class: 'key' }, path),
    before && line('removed', '−', words.before, before),
    after && line('added', '+', words.after, after),
  );
}

function line(
  kind: 'removed' | 'added',
  sign: string,
  label: string,
  { shown }: ChangedValueView,
): HTMLElement {
  return element(
    'div',
    { class: kind },
    element('span', { class: 'sign', attributes: { 'aria-hidden': 'true' } }, sign),
    element('span', { class: 'spoken' }, `${label} `),
    element('bdi', { class: 'text' }, shown),
  );
}
