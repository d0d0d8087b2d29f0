import type { Formatted } from '../../../core/messages/viewText.ts';
import type { LifecycleView } from '../../../core/page/lifecycle.ts';
import { element, statusClass } from '../element.ts';
import type { PageContext } from '../pageContext.ts';

/** The life of the Task as a strip, which reads as a list. */
export function lifecycleSection(
  { steps }: Formatted<LifecycleView>,
  tools: PageContext,
): HTMLElement {
  const { strings: words, times } = tools;
  const items = steps.map(({ status, label, state, since, note }) =>
    element(
      'li',
      {
        class: statusClass(state === 'passed' ? 'reached' : state, status),
        attributes: { 'aria-current': state === 'present' ? 'step' : undefined },
      },
      element('span', { class: 'step' }, label),
      // What the colour and the ring say.
      element('span', { class: 'spoken' }, `, ${words[state]}`),
      since && times.element(since),
      note === undefined ? undefined : element('span', { class: 'note' }, note),
    ),
  );
  return element('ol', { class: 'life', attributes: { 'aria-label': words.lifecycle } }, ...items);
}
