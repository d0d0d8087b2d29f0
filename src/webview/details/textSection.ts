import type { Formatted } from '../../core/messages/viewText.ts';
import type { EmbeddedView } from '../../core/page/embeddedView.ts';
import { element } from './element.ts';

/** Attributes or add-ons that hold no JSON object or array: the string that they are, and why. */
export function textSection(
  title: string,
  { value, fault }: Extract<Formatted<EmbeddedView>, { kind: 'text' }>,
): HTMLElement {
  return element(
    'section',
    {},
    element('h2', {}, title),
    fault && element('p', { class: 'note' }, fault.sentence),
    element('div', { class: 'values' }, element('bdi', { class: 'text string' }, value)),
  );
}
